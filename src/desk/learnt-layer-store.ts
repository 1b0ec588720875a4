import type { Db } from '../db/database.ts'
import { weightsOf } from '../triage/site-learner.ts'
import type { SiteReader } from '../triage/site-reader.ts'
import { findLatestVersion, findWhole } from './learning-store.ts'
import type { NewestLearnt } from './learnt-scores.ts'

/** The newest version, and its layer where it was learnt under this reader. */
export async function findNewestLearnt(db: Db, reader: SiteReader): Promise<NewestLearnt> {
  const latest = await findLatestVersion(db)
  if (!latest) return { version: 0, layer: undefined }
  const { version } = latest
  const whole = await findWhole(db, latest, { engine: reader.version, before: latest.position + 1 })
  // A later one may have come between the two reads: the next look finds it.
  if (whole?.version !== version) return { version, layer: undefined }
  const weights = weightsOf(whole.learning.state)
  return { version, layer: { version, sha256: latest.sha256, weights, reader } }
}
