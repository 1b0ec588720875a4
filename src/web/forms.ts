import { Fields, RefusedError } from './request.ts'

/** A comment of 5,000 characters, each percent-encoded at its longest, and the other fields. */
export const FORM_BYTES = 96 * 1024
/** A capture, or a photo. */
export const UPLOAD_BYTES = 24 * 1024 * 1024

/**
 * Reads a form's body within its limit. Refuses another content type (a cross-site `text/plain` post is one way
 * around a preflight), more bytes than the limit, and text that is not UTF-8, which browsers never send.
 */
export async function readForm(request: Request, kind: 'form' | 'upload'): Promise<Fields> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  const limit = kind === 'upload' ? UPLOAD_BYTES : FORM_BYTES
  if (type === 'application/x-www-form-urlencoded') return parseUrlEncoded(await readBytes(request, limit))
  if (kind === 'upload' && type === 'multipart/form-data') return readMultipart(request, limit)
  throw new RefusedError({
    code: 'wrong_type',
    expected:
      kind === 'upload'
        ? 'a form with files (multipart/form-data)'
        : 'a form (application/x-www-form-urlencoded)',
  })
}

/** The whole body. Refuses more bytes than the limit, having read no further. */
export async function readBytes(request: Request, limitBytes: number): Promise<Uint8Array> {
  const tooLarge = () => new RefusedError({ code: 'body_too_large', limitBytes })
  const length = request.headers.get('content-length')
  if (length !== null) {
    if (Number(length) > limitBytes) throw tooLarge()
    const bytes = new Uint8Array(await request.arrayBuffer())
    if (bytes.length > limitBytes) throw tooLarge()
    return bytes
  }
  // Without a length the sender decides when to stop; we do not read on past the limit.
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > limitBytes) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const decoder = new TextDecoder('utf-8', { fatal: true })

function parseUrlEncoded(bytes: Uint8Array): Fields {
  const values = new Map<string, string>()
  try {
    for (const pair of decoder.decode(bytes).split('&')) {
      if (pair === '') continue
      const cut = pair.indexOf('=')
      const name = decode(cut === -1 ? pair : pair.slice(0, cut))
      if (!values.has(name)) values.set(name, cut === -1 ? '' : decode(pair.slice(cut + 1)))
    }
  } catch {
    throw new RefusedError({ code: 'not_utf8' })
  }
  return new Fields(values)
}

/** Throws on a percent sequence that is not UTF-8, where URLSearchParams would put a replacement character. */
const decode = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '))

async function readMultipart(request: Request, limitBytes: number): Promise<Fields> {
  const bytes = await readBytes(request, limitBytes)
  const copy = new Response(Buffer.from(bytes), {
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
  })
  const values = new Map<string, string>()
  const files = new Map<string, Uint8Array>()
  const form = await copy.formData().catch(() => {
    throw new RefusedError({ code: 'wrong_type', expected: 'a whole form (multipart/form-data)' })
  })
  for (const [name, value] of form.entries()) {
    if (typeof value === 'string') {
      if (!values.has(name)) values.set(name, value)
    } else if (value.size > 0) files.set(name, new Uint8Array(await value.arrayBuffer()))
  }
  return new Fields(values, files)
}
