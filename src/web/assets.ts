import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'

/** Built style sheets and scripts, each under a name that changes with what it holds, so that it can be kept for ever. */
export type Assets = {
  /** Inlined in readers' pages. */
  readerCss: string
  moreCss: string
  paths: { readerScript: string; deskCss: string; deskScript: string; passkeyScript: string }
  files: ReadonlyMap<string, { body: Buffer; brotli: Buffer; type: string }>
}

const compress = promisify(brotliCompress)
const types: Record<string, string> = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8' }

/** Reads what the build wrote into `folder`, by its manifest. */
export async function loadAssets(folder: string): Promise<Assets> {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Record<string, string>
  const files = new Map<string, { body: Buffer; brotli: Buffer; type: string }>()
  for (const hashed of Object.values(manifest)) {
    const body = await readFile(join(folder, hashed))
    files.set(hashed, {
      body,
      brotli: await compress(body),
      type: types[hashed.split('.').at(-1) ?? ''] ?? '',
    })
  }
  const address = (name: string): string => `/assets/${manifest[name]}`
  const textOf = (name: string): string =>
    files
      .get(manifest[name] ?? '')
      ?.body.toString()
      .trim() ?? ''
  return {
    readerCss: textOf('reader.css'),
    moreCss: textOf('other-pages.css'),
    paths: {
      readerScript: address('reader.js'),
      deskCss: address('desk.css'),
      deskScript: address('desk.js'),
      passkeyScript: address('passkey.js'),
    },
    files,
  }
}
