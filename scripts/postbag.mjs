import { runPostbag } from './lib/run.mjs'

await runPostbag(process.argv.slice(2))
