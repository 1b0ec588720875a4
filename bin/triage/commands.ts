import type { Command } from '../command.ts'
import { evaluateFile } from './eval.ts'
import { explain } from './explain.ts'
import { mapFile } from './map.ts'
import { score } from './score.ts'
import { serveScorer } from './score-pool.ts'
import { train } from './train.ts'

export { triageUsage } from './usage.ts'

/** Apart from the other commands, since none of these opens a database, and what serves pages takes a second to load. */
export const triageCommands: Record<string, Command> = {
  'triage score': (words) => score(words),
  'triage explain': (words) => explain(words),
  'triage eval': (words) => evaluateFile(words),
  'triage map': (words) => mapFile(words),
  'triage train': (words) => train(words),
  'triage score-worker': () => serveScorer(),
}
