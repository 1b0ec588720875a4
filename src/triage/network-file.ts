import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type NetworkWeights, readNetworkWeights } from './network-weights.ts'

export const loadNetwork = (folder: string): NetworkWeights =>
  readNetworkWeights(readFileSync(join(folder, 'network.safetensors')))
