import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomOf } from '../../training/random.ts'
import { readCsv } from './csv.ts'
import { readForeignScores } from './foreign-scores.ts'
import { mapThresholds } from './threshold-map.ts'

describe('a threshold of Perspective’s', () => {
  const pairs = [
    { theirs: 0.9, ours: 0.6 },
    { theirs: 0.8, ours: 0.3 },
    { theirs: 0.4, ours: 0.5 },
    { theirs: 0.1, ours: 0.1 },
  ]

  it('becomes one that holds as many of the same comments here', () => {
    expect(mapThresholds(pairs, [0.8], randomOf(1))[0]).toMatchObject({
      share: 0.5,
      ours: 0.5,
      both: 0.25,
      onlyTheirs: 0.25,
      onlyOurs: 0.25,
    })
  })

  it('that holds none of them has none here', () => {
    expect(mapThresholds(pairs, [0.95], randomOf(1))[0]).toMatchObject({
      share: 0,
      ours: null,
      low: null,
      onlyOurs: 0,
    })
  })

  it('has an interval round it, the same for the same seed, and falls as it falls', () => {
    const random = randomOf(2)
    const many = Array.from({ length: 500 }, () => {
      const theirs = random()
      return { theirs, ours: theirs ** 2 }
    })
    const [low, high] = mapThresholds(many, [0.5, 0.8], randomOf(1))
    expect(high?.ours).toBeCloseTo(0.64, 1)
    expect((high?.low ?? 1) <= (high?.ours ?? 0) && (high?.ours ?? 1) <= (high?.high ?? 0)).toBe(true)
    expect(low?.ours).toBeLessThan(high?.ours ?? 0)
    expect(mapThresholds([...many].reverse(), [0.5, 0.8], randomOf(1))).toEqual([low, high])
  })
})

describe('a file of Perspective’s scores', () => {
  const read = (text: string) => readForeignScores(Buffer.from(text), 'TOXICITY')

  it('may be CSV, quoted as spreadsheets quote', () => {
    expect(read('\uFEFFscore,text,attribute\r\n0.8,"Well, ""said""\nyou.",INSULT\r\n')).toEqual({
      ok: true,
      value: [{ text: 'Well, "said"\nyou.', score: 0.8, attribute: 'INSULT' }],
    })
  })

  it('may be lines of JSON, and have no attribute but the one asked for', () => {
    expect(
      read('{"text":"a","score":0.5}\n{"text":"b","score":0.1,"attribute":"threat_experimental"}'),
    ).toEqual({
      ok: true,
      value: [
        { text: 'a', score: 0.5, attribute: 'TOXICITY' },
        { text: 'b', score: 0.1, attribute: 'THREAT' },
      ],
    })
  })

  it.each([
    ['', 'it is empty'],
    ['text,score\n', 'it holds no score'],
    ['text,score\n"a,0.5', 'line 2: a quotation mark is not closed'],
    ['text,score\n"a"b,0.5', 'line 2: there is text behind a closing quotation mark'],
    ['text,score\n"two\nlines",0.5\na,1,2', 'line 4: 3 fields, and the first line names 2'],
    ['words,score\na,0.5', 'record 1: “text” is missing'],
    ['text,score\na,0.5\nb,', 'record 2: “score” is no number from 0 to 1'],
    ['{"text":"a","score":80}', 'line 1: “score” is no number from 0 to 1'],
    ['{"text":"a"', 'line 1: it is no JSON'],
    ['text,score,attribute\na,0.5,FLIRTATION', 'record 1: nothing here answers for “FLIRTATION”.'],
  ])('that reads %j is refused with a sentence', (text, sentence) => {
    const found = read(text)
    expect(found.ok ? '' : found.refusal).toContain(sentence)
  })

  it('gives back every field that was quoted', () => {
    const field = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'é') })
    fc.assert(
      fc.property(fc.array(fc.tuple(field, field), { minLength: 1 }), (rows) => {
        const quoted = (one: string) => `"${one.replaceAll('"', '""')}"`
        const csv = ['x,y', ...rows.map((row) => row.map(quoted).join(','))].join('\r\n')
        expect(readCsv(csv)).toEqual({ ok: true, value: rows.map(([x, y]) => ({ x, y })) })
      }),
    )
  })
})
