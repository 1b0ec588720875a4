import { join } from 'node:path'
import { projectRoot } from './root.ts'
import { loadEngine } from './triage/load-engine.ts'
import type { Engine } from './triage/signals.ts'

let loaded: Engine | undefined

/** The triage engine with the models that ship, read once a process. */
export function shippedEngine(): Engine {
  loaded ??= loadEngine(join(projectRoot, 'models/triage'))
  return loaded
}
