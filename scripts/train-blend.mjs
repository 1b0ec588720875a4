import { runBundled } from './lib/bundle.mjs'

await runBundled('training/blend.ts', 'train-blend')
