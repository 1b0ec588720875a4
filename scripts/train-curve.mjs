import { runBundled } from './lib/bundle.mjs'

await runBundled('training/curve.ts', 'train-curve')
