import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { checkNodeVersion } from './node-version.mjs'

export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)))

/** What a step could not do is one sentence, without a stack. */
export async function orEnd(work) {
  try {
    return await work()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exit(1)
  }
}

/**
 * Installs and builds what changed, then runs the command in this very process: signals reach it, and no process waits
 * for another.
 */
export async function runPostbag(args) {
  checkNodeVersion()
  await orEnd(async () => {
    ensureInstalled(root, { development: false })
    await ensureBuilt(root)
  })
  const program = join(root, 'dist', 'postbag.js')
  process.argv = [process.argv[0], program, ...args]
  process.setSourceMapsEnabled(true)
  await import(pathToFileURL(program).href)
}
