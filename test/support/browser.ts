import { accessSync, constants } from 'node:fs'
import { chromePath } from './served-paper.ts'

/**
 * No browser on a laptop: the tests in one are skipped, and the run names them. In CI they run all the same and fail at
 * the launch, whose message names the program it looked for.
 */
export const skipWithoutBrowser = process.env['CI'] !== 'true' && !isProgram(chromePath)

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
