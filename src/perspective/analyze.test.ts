import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shippedEngine } from '../engine.ts'
import { type AnalyzeAnswer, analyze } from './analyze.ts'
import { attributeNames } from './attributes.ts'
import { type ApiProblem, errorBody } from './problem.ts'
import { readAnalyzeRequest } from './request.ts'

const engine = shippedEngine()
const ask = (body: object, onUnknown: 'error' | 'hold' = 'error') => {
  const request = readAnalyzeRequest(body)
  return request.ok ? analyze(engine, request.value, onUnknown) : request
}
const answerTo = (text: string, more: object = {}, onUnknown: 'error' | 'hold' = 'error'): AnalyzeAnswer => {
  const analyzed = ask({ comment: { text }, requestedAttributes: { TOXICITY: {} }, ...more }, onUnknown)
  if (!analyzed.ok) throw new Error(`refused: ${analyzed.refusal.code}`)
  return analyzed.value.answer
}
const problemOf = (text: string, more: object = {}): ApiProblem | undefined => {
  const analyzed = ask({ comment: { text }, requestedAttributes: { TOXICITY: {} }, ...more })
  return analyzed.ok ? undefined : analyzed.refusal
}
const toxicity = (answer: AnalyzeAnswer): number =>
  answer.attributeScores?.['TOXICITY']?.summaryScore.value ?? Number.NaN

const rude = 'You are a complete idiot and everybody in this town knows it.'
const kind = 'Thank you for this report, the figures about the quay were new to me.'
const german =
  'Das ist doch völliger Unsinn, der Hafen war im letzten Jahr geschlossen und niemand hat es gemerkt.'

describe('a score', () => {
  it('is high for an attack and low for thanks', () => {
    expect(toxicity(answerTo(rude))).toBeGreaterThan(0.8)
    expect(toxicity(answerTo(kind))).toBeLessThan(0.2)
  })

  it('is the same under the experimental name', () => {
    const { attributeScores } = answerTo(rude, {
      requestedAttributes: { INSULT: {}, INSULT_EXPERIMENTAL: {} },
    })
    expect(attributeScores?.['INSULT_EXPERIMENTAL']).toEqual(attributeScores?.['INSULT'])
  })

  it('does not change with the language that a client claims, since Coral sends that of its site', () => {
    for (const languages of [['en'], ['de'], ['pt', 'fr'], ['xx-nonsense']]) {
      const answer = answerTo(rude, { languages })
      expect(toxicity(answer)).toBe(toxicity(answerTo(rude)))
      expect(answer.languages).toEqual(languages)
      expect(answer.detectedLanguages).toEqual(['en'])
    }
    expect(problemOf(german, { languages: ['en'] })?.code).toBe('language_not_supported')
  })

  it('below its threshold is left out', () => {
    const requestedAttributes = { TOXICITY: { scoreThreshold: 0.5 }, THREAT: { scoreThreshold: 0.5 } }
    expect(Object.keys(answerTo(rude, { requestedAttributes }).attributeScores ?? {})).toEqual(['TOXICITY'])
    expect(answerTo(kind, { requestedAttributes })).toEqual({ languages: ['en'], detectedLanguages: ['en'] })
  })

  it('comes with the token of the client, whatever it holds', () => {
    for (const clientToken of ['', 'comment:7', '</script>\u2028\uD800'])
      expect(answerTo(kind, { clientToken }).clientToken).toBe(clientToken)
    expect(answerTo(kind)).not.toHaveProperty('clientToken')
  })
})

describe('spans', () => {
  const spansOf = (text: string, more: object = {}) =>
    (answerTo(text, more).attributeScores?.['TOXICITY']?.spanScores ?? []).map((span) => ({
      words: text.slice(span.begin, span.end),
      high: span.score.value > 0.5,
    }))

  it('are the whole comment where none are asked for', () => {
    expect(spansOf(`${kind} ${rude}`)).toEqual([{ words: `${kind} ${rude}`, high: true }])
  })

  it('name each sentence with a score of its own, counted in UTF-16 as Google counts', () => {
    expect(spansOf(`😀 ${kind} ${rude}`, { spanAnnotations: true })).toEqual([
      { words: `😀 ${kind}`, high: false },
      { words: rude, high: true },
    ])
  })

  it('stand in the HTML that was sent', () => {
    const text = `<p>${kind}</p> <p>You are an id<b>i</b>ot.</p>`
    expect(spansOf(text, { spanAnnotations: true, comment: { text, type: 'HTML' } })).toEqual([
      { words: kind, high: false },
      { words: 'You are an id<b>i</b>ot.', high: true },
    ])
  })
})

describe('what cannot be scored never gets a low score', () => {
  it('in another language: Google’s error, which names the attribute and the language', () => {
    const problem = problemOf(german, { requestedAttributes: { INSULT: {} } })
    expect(problem && errorBody(problem)).toEqual({
      error: {
        code: 400,
        message: 'Attribute INSULT does not support request languages: de',
        status: 'INVALID_ARGUMENT',
        details: [
          {
            '@type': 'type.googleapis.com/google.commentanalyzer.v1alpha1.Error',
            errorType: 'LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE',
            languageNotSupportedByAttributeError: { detectedLanguages: ['de'], attribute: 'INSULT' },
          },
        ],
      },
    })
  })

  it('without a word: the language cannot be told', () => {
    expect(problemOf('... ---')?.code).toBe('language_not_detected')
  })

  it.each(['Ты дурак', 'أنت غبي', 'तुम बेवकूफ हो', '笨蛋', '한국'])(
    'in another script, however short: %s',
    (text) => {
      expect(problemOf(text)?.code).toBe('language_not_detected')
    },
  )

  it('while English in look-alike letters keeps its high one', () => {
    expect(toxicity(answerTo('уоu аrе аn іdіоt'))).toBeGreaterThan(0.9)
  })

  it('where a detector failed: unavailable', () => {
    const broken = { ...engine, signalsFor: () => ({ engine: 'broken', language: 'en', signals: [] }) }
    const request = readAnalyzeRequest({ comment: { text: kind }, requestedAttributes: { TOXICITY: {} } })
    expect(request.ok && analyze(broken, request.value, 'error')).toMatchObject({
      refusal: { code: 'not_scored' },
    })
  })

  it('with a key that holds it: the highest score, for clients that publish what they hear nothing bad of', () => {
    expect(toxicity(answerTo(german, { spanAnnotations: true }, 'hold'))).toBe(1)
    expect(answerTo(german, {}, 'hold').detectedLanguages).toEqual(['de'])
    expect(toxicity(answerTo(kind, {}, 'hold'))).toBeLessThan(0.2)
  })
})

it('whatever the text: scores between 0 and 1 in spans that lie within it, or a problem; the same each time', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(fc.constantFrom('You ', 'idiot', '. ', '<b>', '&amp;', '\n', '😀', 'und ', 'nicht ', 'f*ck '), {
        maxLength: 40,
      })
      .map((words) => words.join('')),
  )
  const requestedAttributes = Object.fromEntries(attributeNames.map((name) => [name, {}]))
  fc.assert(
    fc.property(text, fc.constantFrom('PLAIN_TEXT', 'HTML'), fc.boolean(), (text, type, spanAnnotations) => {
      const body = { comment: { text, type }, requestedAttributes, spanAnnotations }
      const analyzed = ask(body)
      expect(ask(body)).toEqual(analyzed)
      if (!analyzed.ok) {
        expect(errorBody(analyzed.refusal).error.code).toBeGreaterThanOrEqual(400)
        return
      }
      const scores = Object.values(analyzed.value.answer.attributeScores ?? {})
      expect(scores).toHaveLength(attributeNames.length)
      for (const { summaryScore, spanScores } of scores) {
        expect(summaryScore.value).toBeGreaterThanOrEqual(0)
        expect(summaryScore.value).toBeLessThanOrEqual(1)
        for (const { begin, end, score } of spanScores) {
          expect(begin >= 0 && begin < end && end <= text.length).toBe(true)
          expect(score.value >= 0 && score.value <= 1).toBe(true)
        }
      }
    }),
    { numRuns: 150 },
  )
})
