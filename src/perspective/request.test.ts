import { describe, expect, it } from 'vitest'
import type { ApiProblem } from './problem.ts'
import { COMMENT_BYTES, readAnalyzeRequest, readSuggestRequest } from './request.ts'

const analysis = (more: object = {}) => ({
  comment: { text: 'Well said.' },
  requestedAttributes: { TOXICITY: {} },
  ...more,
})
const asked = (more: object = {}) => {
  const request = readAnalyzeRequest(analysis(more))
  if (!request.ok) throw new Error(`refused: ${request.refusal.code}`)
  return request.value
}

describe('a request for scores', () => {
  it.each<[string, unknown, ApiProblem['code']]>([
    ['a list', [], 'field_wrong'],
    ['nothing', null, 'field_wrong'],
    ['a word', 'text', 'field_wrong'],
    ['no comment', { requestedAttributes: { TOXICITY: {} } }, 'comment_empty'],
    ['an empty comment', analysis({ comment: { text: '' } }), 'comment_empty'],
    ['only blanks', analysis({ comment: { text: ' \n\u00A0' } }), 'comment_empty'],
    ['HTML without a word', analysis({ comment: { text: '<p><br></p>', type: 'HTML' } }), 'comment_empty'],
    ['a comment that is a number', analysis({ comment: { text: 7 } }), 'field_wrong'],
    ['a comment that is a string', analysis({ comment: 'Well said.' }), 'field_wrong'],
    ['another type of text', analysis({ comment: { text: 'a', type: 'RTF' } }), 'field_wrong'],
    [
      'a byte too many',
      analysis({ comment: { text: `${'é'.repeat(COMMENT_BYTES / 2)}a` } }),
      'comment_too_long',
    ],
    ['no attributes', { comment: { text: 'a' } }, 'attributes_missing'],
    ['attributes without one', analysis({ requestedAttributes: {} }), 'attributes_missing'],
    ['attributes as a list', analysis({ requestedAttributes: ['TOXICITY'] }), 'field_wrong'],
    [
      'an attribute nobody has',
      analysis({ requestedAttributes: { TOXICITY: {}, KINDNESS: {} } }),
      'attribute_unknown',
    ],
    [
      'an attribute of every object',
      analysis({ requestedAttributes: JSON.parse('{"__proto__":{}}') }),
      'attribute_unknown',
    ],
    [
      'another type of score',
      analysis({ requestedAttributes: { INSULT: { scoreType: 'STARS' } } }),
      'score_type_unknown',
    ],
    [
      'a threshold in words',
      analysis({ requestedAttributes: { INSULT: { scoreThreshold: 'low' } } }),
      'field_wrong',
    ],
    ['a language by itself', analysis({ languages: 'en' }), 'field_wrong'],
    ['a language that is a number', analysis({ languages: [1] }), 'field_wrong'],
    ['doNotStore in words', analysis({ doNotStore: 'yes' }), 'field_wrong'],
    ['a token that is an object', analysis({ clientToken: {} }), 'field_wrong'],
    [
      'two contexts',
      analysis({
        context: { entries: [{ text: 'a' }], articleAndParentComment: { article: { text: 'b' } } },
      }),
      'context_twice',
    ],
  ])('%s is refused with the reason', (_, body, code) => {
    const request = readAnalyzeRequest(body)
    expect(request.ok ? 'taken' : request.refusal.code).toBe(code)
  })

  it('may be as long as Google allows', () => {
    expect(asked({ comment: { text: 'é'.repeat(COMMENT_BYTES / 2) } }).comment.text).toHaveLength(
      COMMENT_BYTES / 2,
    )
  })

  it('may leave out, or send null for, what is not required', () => {
    expect(asked({ languages: null, context: null, clientToken: null, spanAnnotations: null })).toEqual(
      asked(),
    )
    expect(asked({ requestedAttributes: { TOXICITY: null } })).toEqual(asked())
  })

  it('may write its fields either way that a protocol buffer’s JSON allows, and more that mean nothing here', () => {
    const request = readAnalyzeRequest({
      comment: { text: 'Well said.' },
      requested_attributes: { TOXICITY: { score_threshold: 0.5 } },
      span_annotations: true,
      client_token: 'seven',
      doNotStore: true,
      sessionId: 's',
      communityId: 'c',
      somethingNew: 1,
    })
    expect(request).toMatchObject({
      ok: true,
      value: {
        spanAnnotations: true,
        clientToken: 'seven',
        attributes: [{ name: 'TOXICITY', threshold: 0.5 }],
      },
    })
  })

  it.each<[string, object, object]>([
    [
      'one entry is what is answered',
      { entries: [{ text: 'You are wrong.' }] },
      { parentText: 'You are wrong.' },
    ],
    [
      'of several the first is the headline, the last what is answered',
      {
        entries: [
          { text: 'Quay reopens\nLong text' },
          { text: 'older' },
          { text: '<b>New</b>', type: 'HTML' },
        ],
      },
      { headline: 'Quay reopens', parentText: 'New' },
    ],
    [
      'both by name',
      { articleAndParentComment: { article: { text: 'Quay reopens' }, parentComment: { text: 'Late!' } } },
      { headline: 'Quay reopens', parentText: 'Late!' },
    ],
    ['nothing', { entries: [] }, {}],
  ])('context: %s', (_, context, read) => {
    expect(asked({ context }).context).toEqual(read)
  })
})

describe('a suggested score', () => {
  it('is read as Coral sends it, of today and of old', () => {
    const of = (attributeScores: object) =>
      readSuggestRequest({ comment: { text: 'Well said.' }, attributeScores, clientToken: 'comment:1' })
    expect(of({ TOXICITY: { summaryScore: { value: 1 } } })).toMatchObject({
      value: { suggested: [{ name: 'TOXICITY', value: 1 }], clientToken: 'comment:1' },
    })
    expect(of({ APPROVED: { summaryScore: { value: 1 } } })).toMatchObject({ ok: true })
    expect(of({})).toMatchObject({ refusal: { code: 'attributes_missing' } })
    expect(of({ TOXICITY: { summaryScore: { value: 'high' } } })).toMatchObject({
      refusal: { code: 'field_wrong' },
    })
  })
})
