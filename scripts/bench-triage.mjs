import { runBundled } from './lib/bundle.mjs'

await runBundled('training/bench.ts', 'bench-triage')
