import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout, which holds migrations, policies and public. Built code in dist lies as deep below it as src does. */
export const projectRoot: string = resolve(fileURLToPath(new URL('..', import.meta.url)))
