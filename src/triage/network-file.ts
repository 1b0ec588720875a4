import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../root.ts'
import { type NetworkWeights, readNetworkWeights } from './network-weights.ts'

export const networkFile = join(projectRoot, 'models/triage/network.safetensors')

export const loadNetworkWeights = (file: string = networkFile): NetworkWeights =>
  readNetworkWeights(readFileSync(file))
