import { runBundled } from './lib/bundle.mjs'

await runBundled('training/train.ts', 'train-triage')
