import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Db } from '../src/db/database.ts'
import { insertPublication, savePolicy } from '../src/newsroom/publication-store.ts'
import { parsePolicy, sayProblem } from '../src/policy/parse.ts'
import { projectRoot } from '../src/root.ts'
import { UsageError } from './terminal.ts'

/** Reads and keeps a policy file; its version. */
export async function loadPolicy(db: Db, file: string, now: Date): Promise<string> {
  const yaml = await readFile(file, 'utf8')
  const policy = parsePolicy(yaml)
  if (!policy.ok)
    throw new UsageError(`${file} is not a policy:\n${policy.refusal.map(sayProblem).join('\n')}`)
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
