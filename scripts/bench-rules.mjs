import { runBundled } from './lib/bundle.mjs'

await runBundled('training/rules-bench.ts', 'bench-rules')
