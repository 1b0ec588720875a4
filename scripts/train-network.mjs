import { runBundled } from './lib/bundle.mjs'

await runBundled('training/train-network.ts', 'train-network')
