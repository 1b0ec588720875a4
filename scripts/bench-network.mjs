import { runBundled } from './lib/bundle.mjs'

await runBundled('training/network-bench.ts', 'bench-network')
