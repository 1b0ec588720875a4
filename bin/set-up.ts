import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Db } from '../src/db/database.ts'
import { shippedEngine } from '../src/engine.ts'
import { type Result, refused } from '../src/lib/result.ts'
import { insertPublication, savePolicy } from '../src/newsroom/publication-store.ts'
import { unknownSignals } from '../src/policy/cited.ts'
import { parsePolicy, sayProblem } from '../src/policy/parse.ts'
import type { Policy } from '../src/policy/rule.ts'
import { projectRoot } from '../src/root.ts'
import { UsageError } from './terminal.ts'

/** A policy that this installation can put in force, or one sentence for each thing that is wrong with it. */
export function checkPolicy(yaml: string): Result<Policy, string[]> {
  const policy = parsePolicy(yaml)
  if (!policy.ok) return refused(policy.refusal.map(sayProblem))
  const unknown = unknownSignals(policy.value, shippedEngine().signalNames)
  return unknown.length > 0 ? refused(unknown) : policy
}

/** Reads and keeps a policy file; its version. */
export async function loadPolicy(db: Db, file: string, now: Date): Promise<string> {
  const yaml = await readFile(file, 'utf8')
  const policy = checkPolicy(yaml)
  if (!policy.ok) throw new UsageError(`${file} is not a policy:\n${policy.refusal.join('\n')}`)
  await savePolicy(db, { version: policy.value.version, yaml }, now)
  return policy.value.version
}

export const defaultPolicyFile = join(projectRoot, 'policies/default.yaml')

/** A paper without a name yet: `postbag paper` gives it its own. */
export async function setUpPaper(db: Db, now: Date): Promise<void> {
  const policyVersion = await loadPolicy(db, defaultPolicyFile, now)
  await insertPublication(
    db,
    {
      name: 'The Newspaper',
      shortName: 'the Newspaper',
      groupName: 'its publisher',
      entities: [],
      language: 'en-GB',
      zone: 'UTC',
      commentMode: 'pre',
      policyVersion,
      demo: false,
      sections: [{ slug: 'news', name: 'News' }],
    },
    now,
  )
}
