import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { projectRoot } from './root.ts'
import { loadVocabulary } from './triage/model-files.ts'
import { createSiteReader, type SiteReader } from './triage/site-reader.ts'
import { createTokensOf } from './triage/tokens.ts'

let loaded: SiteReader | undefined

/** Reads decided texts with the vocabulary that ships, once a process. It knows nothing of a rule before the desk does. */
export function shippedSiteReader(): SiteReader {
  if (loaded) return loaded
  const vocabulary = loadVocabulary(join(projectRoot, 'models/triage'))
  const hash = createHash('sha256').update(JSON.stringify(vocabulary)).digest('hex')
  loaded = createSiteReader({
    version: `no-base ${hash.slice(0, 8)}`,
    tokensOf: createTokensOf(vocabulary),
    baseLogit: () => 0,
  })
  return loaded
}
