import { runPostbag } from './lib/run.mjs'

await runPostbag(['serve', ...process.argv.slice(2)])
