import { ok, type Result, refused } from '../lib/result.ts'
import { asTyped, type Reading } from '../triage/reading.ts'
import { type Attribute, attributeOf } from './attributes.ts'
import { readHtml } from './html-text.ts'
import {
  asObject,
  booleanIn,
  type Json,
  listIn,
  numberIn,
  objectIn,
  stringIn,
  stringsIn,
  UnreadableRequest,
} from './json-fields.ts'
import type { ApiProblem } from './problem.ts'

/** As Google's: 20 KB of UTF-8. */
export const COMMENT_BYTES = 20_480

/** What is to be scored of one attribute, under the name it was asked for. */
export type RequestedAttribute = {
  name: string
  attribute: Attribute
  /** Scores below it are left out. */
  threshold: number
}

export type AnalyzeRequest = {
  /** The words to score, each with its place in the text that was sent. */
  comment: Reading
  context: { headline?: string; parentText?: string }
  attributes: readonly RequestedAttribute[]
  spanAnnotations: boolean
  /** As sent: echoed, and otherwise left alone, since clients send the language of their site. */
  languages: readonly string[]
  clientToken: string | undefined
}

export type SuggestRequest = {
  comment: Reading
  /** What the client thinks the summary score should be, by the name of the attribute it sent. */
  suggested: readonly { name: string; value: number }[]
  clientToken: string | undefined
}

/** Reads the body of `comments:analyze`, parsed from JSON. Unknown fields are left alone. */
export const readAnalyzeRequest = (body: unknown): Result<AnalyzeRequest, ApiProblem> =>
  reading(() => {
    const request = asObject(body, 'the request')
    const comment = readComment(request)
    const attributes = readAttributes(request)
    // Read for their type alone: nothing of a request is ever stored, and no session or community is told apart.
    booleanIn(request, 'doNotStore')
    stringIn(request, 'sessionId')
    stringIn(request, 'communityId')
    return {
      comment,
      context: readContext(request),
      attributes,
      spanAnnotations: booleanIn(request, 'spanAnnotations') ?? false,
      languages: stringsIn(request, 'languages'),
      clientToken: stringIn(request, 'clientToken'),
    }
  })

/** Reads the body of `comments:suggestscore`. Any attribute may be named: Coral of old sent its own decisions as names. */
export const readSuggestRequest = (body: unknown): Result<SuggestRequest, ApiProblem> =>
  reading(() => {
    const request = asObject(body, 'the request')
    const comment = readComment(request)
    readContext(request)
    stringsIn(request, 'languages')
    stringIn(request, 'communityId')
    stringIn(request, 'sessionId')
    const scores = Object.entries(objectIn(request, 'attributeScores') ?? {})
    if (scores.length === 0) throw new UnreadableRequest({ code: 'attributes_missing' })
    return {
      comment,
      suggested: scores.flatMap(([name, scored]) => {
        const summary = objectIn(asObject(scored, 'attributeScores'), 'summaryScore')
        const value = summary && numberIn(summary, 'value')
        return value === undefined ? [] : [{ name, value }]
      }),
      clientToken: stringIn(request, 'clientToken'),
    }
  })

function reading<T>(read: () => T): Result<T, ApiProblem> {
  try {
    return ok(read())
  } catch (error) {
    if (error instanceof UnreadableRequest) return refused(error.problem)
    throw error
  }
}

function readComment(request: Json): Reading {
  const comment = objectIn(request, 'comment') ?? {}
  const text = stringIn(comment, 'text') ?? ''
  const bytes = Buffer.byteLength(text)
  if (bytes > COMMENT_BYTES)
    throw new UnreadableRequest({ code: 'comment_too_long', bytes, limitBytes: COMMENT_BYTES })
  const words = isHtml(comment) ? readHtml(text) : asTyped(text)
  if (words.text.trim() === '') throw new UnreadableRequest({ code: 'comment_empty' })
  return words
}

function isHtml(entry: Json): boolean {
  const type = stringIn(entry, 'type') ?? 'PLAIN_TEXT'
  if (!['PLAIN_TEXT', 'HTML', 'TEXT_TYPE_UNSPECIFIED'].includes(type))
    throw new UnreadableRequest({ code: 'field_wrong', field: 'type', expected: 'PLAIN_TEXT or HTML' })
  return type === 'HTML'
}

function readAttributes(request: Json): RequestedAttribute[] {
  const requested = Object.entries(objectIn(request, 'requestedAttributes') ?? {})
  if (requested.length === 0) throw new UnreadableRequest({ code: 'attributes_missing' })
  return requested.map(([name, value]) => {
    const attribute = attributeOf(name)
    if (!attribute) throw new UnreadableRequest({ code: 'attribute_unknown', name })
    const parameters = asObject(value ?? {}, `requestedAttributes.${name}`)
    const scoreType = stringIn(parameters, 'scoreType') ?? 'PROBABILITY'
    if (!['PROBABILITY', 'SCORE_TYPE_UNSPECIFIED'].includes(scoreType))
      throw new UnreadableRequest({ code: 'score_type_unknown', name, scoreType })
    return { name, attribute, threshold: numberIn(parameters, 'scoreThreshold') ?? 0 }
  })
}

/** A headline is a line; an article that comes whole has more to say than the engine asks for. */
const LONGEST_HEADLINE = 300

/**
 * The context in either of the two forms that Google takes: an article and a parent comment by name, or entries. Of
 * several entries the first is what the thread is about and the last what is answered; a single one is what is answered.
 */
function readContext(request: Json): AnalyzeRequest['context'] {
  const context = objectIn(request, 'context') ?? {}
  const named = objectIn(context, 'articleAndParentComment')
  const entries = listIn(context, 'entries').map((entry) => readEntry(asObject(entry, 'context.entries')))
  if (named && entries.length > 0) throw new UnreadableRequest({ code: 'context_twice' })
  const article = named ? readEntry(objectIn(named, 'article')) : entries.length > 1 ? entries[0] : undefined
  const parent = named ? readEntry(objectIn(named, 'parentComment')) : entries.at(-1)
  const headline = article?.trim().split('\n', 1)[0]?.slice(0, LONGEST_HEADLINE) ?? ''
  return { ...(headline !== '' ? { headline } : {}), ...(parent ? { parentText: parent } : {}) }
}

function readEntry(entry: Json | undefined): string {
  if (!entry) return ''
  const text = stringIn(entry, 'text') ?? ''
  return isHtml(entry) ? readHtml(text).text : text
}
