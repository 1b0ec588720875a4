import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core'
import { projectRoot } from '../../src/root.ts'

/** The built server as `npm start` runs it, on an embedded database of its own with the demo's paper. */
export class ServedPaper {
  readonly origin: string
  readonly links: Map<string, string>
  readonly #child: ChildProcess
  readonly #dataDir: string

  private constructor(origin: string, links: Map<string, string>, child: ChildProcess, dataDir: string) {
    this.origin = origin
    this.links = links
    this.#child = child
    this.#dataDir = dataDir
  }

  static async start(): Promise<ServedPaper> {
    const dataDir = await mkdtemp(join(tmpdir(), 'postbag-e2e-'))
    await chmod(dataDir, 0o755)
    const port = await freePort()
    const child = spawn(process.execPath, [join(projectRoot, 'dist/postbag.js'), 'serve'], {
      env: { PATH: process.env.PATH, PORT: String(port), POSTBAG_DATA: dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    const links = new Map<string, string>()
    await new Promise<void>((resolve, reject) => {
      child.stderr?.on('data', (chunk: Buffer) => {
        said += chunk.toString()
      })
      child.stdout?.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        for (const [, name = '', link = ''] of said.matchAll(/^ {2}(\w+) [^,]+, \w+: (\S+)$/gm))
          links.set(name.toLowerCase(), link)
        if (links.size === 4) resolve()
      })
      child.on('exit', (code) => reject(new Error(`the server ended with ${code}:\n${said}`)))
    })
    return new ServedPaper(`http://localhost:${port}`, links, child, dataDir)
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve))
    this.#child.kill('SIGTERM')
    await ended
    await rm(this.#dataDir, { recursive: true, force: true })
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

export const chromePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium'

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

export const openContext = (browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> =>
  browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
