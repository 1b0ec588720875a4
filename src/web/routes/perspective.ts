import type { ApiKey } from '../../accounts/api-key.ts'
import { invariant } from '../../lib/invariant.ts'
import { createTurns } from '../../lib/turns.ts'
import { analyze } from '../../perspective/analyze.ts'
import { readAnalyzeRequest, readSuggestRequest } from '../../perspective/request.ts'
import { readJson, refuseProgram } from '../key-guard.ts'
import type { Visit } from '../request.ts'
import { json } from '../respond.ts'

/** A comment of 20 KB takes some 25 ms, half of what a reader notices; fifty of them at once would be noticed. */
const turn = createTurns()

const keyOf = ({ apiKey }: Visit): ApiKey => {
  invariant(apiKey, 'The guard lets nobody in without a key.')
  return apiKey
}

/** POST paths.analyze(): scores in the shape of Perspective's AnalyzeComment. Stores nothing and logs no text. */
export async function analyzeComment(visit: Visit): Promise<Response> {
  const { apiKeys, engine } = visit.ctx
  const key = keyOf(visit)
  const request = readAnalyzeRequest(await readJson(visit))
  if (!request.ok) return refuseProgram(request.refusal)
  await turn()
  const analyzed = analyze(engine, request.value, key.onUnknown)
  apiKeys.count(key, analyzed.ok && analyzed.value.scored ? 'scored' : 'unscored')
  return analyzed.ok ? json(analyzed.value.answer) : refuseProgram(analyzed.refusal)
}

/** POST paths.suggestScore(): what a client's desk thought of a score. Counted; the words are dropped with the request. */
export async function suggestScore(visit: Visit): Promise<Response> {
  const key = keyOf(visit)
  const request = readSuggestRequest(await readJson(visit))
  if (!request.ok) return refuseProgram(request.refusal)
  visit.ctx.apiKeys.count(key, 'suggested')
  const { clientToken } = request.value
  return json(clientToken === undefined ? {} : { clientToken })
}
