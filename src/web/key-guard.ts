import { randomBytes } from 'node:crypto'
import { type ApiProblem, errorBody } from '../perspective/problem.ts'
import { readBytes } from './forms.ts'
import { RefusedError, type Visit } from './request.ts'
import { json } from './respond.ts'

/** Thrown where a program gets no answer but an error; caught in one place and said in Google's shape. */
class ApiProblemError extends Error {
  override name = 'ApiProblemError'
  readonly problem: ApiProblem
  constructor(problem: ApiProblem) {
    super(problem.code)
    this.problem = problem
  }
}

export const refuseProgram = (problem: ApiProblem): never => {
  throw new ApiProblemError(problem)
}

/** Key, then allowance, before a byte of the body is read: who has no key costs a hash. */
export async function admitKey(visit: Visit): Promise<void> {
  const { apiKeys, logger } = visit.ctx
  // The header first: it stands in no log of addresses.
  const sent = visit.c.req.header('x-goog-api-key') ?? visit.c.req.query('key') ?? ''
  const opened = await apiKeys.open(sent.trim()).catch((error: unknown) => {
    logger.error({ err: error }, 'the keys could not be read')
    return refuseProgram({ code: 'database_away' })
  })
  if (opened === 'none') return refuseProgram({ code: 'off' })
  if (opened === 'wrong') return refuseProgram({ code: sent === '' ? 'key_missing' : 'key_wrong' })
  if (!apiKeys.spend(opened.key, visit.now)) {
    apiKeys.count(opened.key, 'refused')
    return refuseProgram({ code: 'too_many_requests', perSecond: opened.key.perSecond })
  }
  visit.apiKey = opened.key
}

/** A comment of 20 KB with every letter as \uXXXX, and its article and parent beside it. */
const BODY_BYTES = 256 * 1024

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })

/** The body as JSON. Another content type is refused as everywhere: a page of another site can send no JSON unasked. */
export async function readJson({ c }: Visit): Promise<unknown> {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json')
    refuseProgram({ code: 'not_json', why: 'send Content-Type: application/json.' })
  const bytes = await readBytes(c.req.raw, BODY_BYTES)
  let text = ''
  try {
    text = decoder.decode(bytes)
  } catch {
    refuseProgram({ code: 'not_json', why: 'the body is not UTF-8.' })
  }
  try {
    return JSON.parse(text)
  } catch {
    // What the parser says repeats words of the comment, which belong in no log of a client.
    return refuseProgram({ code: 'not_json', why: 'the body cannot be parsed.' })
  }
}

export async function sayKeyError(error: unknown, visit: Visit): Promise<Response> {
  const body = errorBody(problemOf(error, visit))
  const response = json(body, body.error.code)
  if (body.error.code === 429) response.headers.set('retry-after', '1')
  if (body.error.code === 503) response.headers.set('retry-after', '5')
  return response
}

function problemOf(error: unknown, { ctx, c }: Visit): ApiProblem {
  if (error instanceof ApiProblemError) return error.problem
  if (error instanceof RefusedError && error.refusal.code === 'body_too_large')
    return { code: 'body_too_large', limitBytes: error.refusal.limitBytes }
  const reference = randomBytes(4).toString('hex')
  ctx.logger.error({ err: error, reference, method: c.req.method, path: c.req.path }, 'a request failed')
  return { code: 'bug', reference }
}
