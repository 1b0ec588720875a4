import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../root.ts'
import { loadEngine } from './load-engine.ts'
import { measureWith } from './signals.ts'

const { signalsFor, signalNames } = loadEngine(join(projectRoot, 'models/triage'))

const measure = (name: string, text: string, context = {}) =>
  signalsFor(text, { recentTexts: [], ownRecent: 0, ...context }).signals.find(
    (signal) => signal.name === name,
  )?.value

describe('the first signals', () => {
  it('count outside links, and leave the paper’s own out', () => {
    expect(measure('link.outside', 'see https://example.org and https://courier.example/x')).toBe(2)
    expect(
      measure('link.outside', 'see https://courier.example/x', { ownDomains: ['courier.example'] }),
    ).toBe(0)
    for (const host of ['www.courier.example', 'courier.example', 'news.courier.example'])
      expect(measure('link.outside', 'see courier.example/x', { ownDomains: [host] })).toBe(0)
    expect(measure('link.outside', 'see http://localhost/x', { ownDomains: ['localhost'] })).toBe(0)
    expect(measure('link.disguised', 'see example (dot) org')).toBe(1)
    expect(measure('link.disguised', 'see bit.ly/3xYz')).toBe(1)
    expect(measure('link.disguised', 'see example.org')).toBe(0)
  })

  it('let links to allowed domains pass, and count denied ones wherever they hide', () => {
    const lists = { allowedDomains: ['county.example'], deniedDomains: ['cheap-tiles.org'] }
    expect(measure('link.outside', 'see https://www.county.example/minutes', lists)).toBe(0)
    expect(measure('link.outside', 'see https://county.example.org/minutes', lists)).toBe(1)
    for (const text of ['www.cheap-tiles.org/roof', 'cheap-tiles (dot) org', 'ask joe@cheap-tiles.org'])
      expect(measure('link.denied', text, lists)).toBe(1)
    expect(measure('link.denied', 'cheap-tiles.org')).toBe(0)
    expect(measure('link.density', 'see example.org and example.net now')).toBeCloseTo(0.4)
  })

  it('know a string of spam through case, accents, spaces and signs', () => {
    const knownSpam = ['Win a free cruise']
    expect(measure('repeat.known', 'W-I-N  a  frée   CRUISE, dear reader', { knownSpam })).toBe(1)
    expect(measure('repeat.known', 'We won a free cruise', { knownSpam })).toBe(0)
    expect(measure('repeat.known', 'Win a free cruise')).toBe(0)
  })

  it('name the domains that links lead to, each once', () => {
    const set = signalsFor('example.org/a, example.org/b and http://example.net', {})
    expect(set.signals.find((signal) => signal.name === 'link.outside')?.notes).toEqual([
      'example.org',
      'example.net',
    ])
  })

  it('tell letters from telephones, and count both as contacts', () => {
    const text = 'joe@example.org or 020 7946 0958 or @cheap_tiles on Telegram'
    expect(measure('contact.email', text)).toBe(1)
    expect(measure('contact.phone', text)).toBe(1)
    expect(measure('contact.count', text)).toBe(3)
  })

  it('count characters as a person does, and words in any script', () => {
    expect(measure('length.characters', 'A quay 🛶')).toBe(8)
    expect(measure('length.words', 'The quay wall, किताब 42')).toBe(5)
    expect(measure('repeat.letters', 'Nooooo, 11111111, ------- and हाा')).toBe(5)
    expect(measure('repeat.letters', 'A balloon')).toBe(0)
  })

  it('measure shouting only where there are letters enough to shout with', () => {
    expect(measure('shouting.capitals', 'YES!')).toBe(0)
    expect(measure('shouting.capitals', 'THE BOARD MUST RESIGN AT ONCE')).toBe(1)
    expect(measure('shouting.capitals', 'The board must resign at once.')).toBeLessThan(0.1)
    expect(measure('shouting.marks', 'What?!?! Never!!!')).toBe(2)
  })

  it('know a repeat through case, spacing, accents and a changed word', () => {
    const before = 'The board has paid for the survey and nobody has paid for the ice in the hall.'
    const similar = (text: string) => measure('repeat.similarity', text, { recentTexts: [before] }) as number
    expect(similar(`  THE BOARD has paid for the súrvey,\nand nobody has paid for the ICE in the hall`)).toBe(
      1,
    )
    expect(
      similar('The board has paid for the survey and nobody had paid for the ice in the hall!'),
    ).toBeGreaterThan(0.8)
    expect(
      similar('Twelve tonnes is a van and a prayer, as my cousin in the yard would tell you.'),
    ).toBeLessThan(0.2)
    expect(similar('Well said.')).toBe(0)
    const raving = 'The harbour is closed again, nooooo'
    expect(measure('repeat.similarity', raving, { recentTexts: ['o'.repeat(40)] })).toBeLessThan(0.2)
  })

  it('know a raid by one template in other words, and a crowd of comments by one writer', () => {
    const raid = ['baker', 'miller', 'draper'].map(
      (trade) => `Dear board, as a ${trade} of this town I ask you to leave the east quay closed for good.`,
    )
    const alike = (text: string) => measure('burst.alike', text, { recentTexts: raid })
    expect(
      alike('Dear board, as a cooper of this town I ask you to leave the east quay closed for good!'),
    ).toBe(3)
    expect(alike('I ask the board to say who paid for the survey of the east quay.')).toBe(0)
    expect(measure('burst.own', 'The ferry is late.', { ownRecent: 4 })).toBe(4)
  })

  it('say unknown, never 0, where the recent texts could not be read', () => {
    const { signals } = signalsFor('Anything at all.', {})
    for (const name of ['repeat.similarity', 'burst.alike', 'burst.own'])
      expect(signals.find((signal) => signal.name === name)?.value).toBeNull()
  })

  it('say unknown for a detector that fails, and let the others speak', () => {
    const broken = {
      names: ['broken.one', 'broken.two'],
      measure: () => {
        throw new Error('no model')
      },
    }
    const whole = { names: ['whole'], measure: () => [{ name: 'whole', value: 1, evidence: [] }] }
    expect(measureWith([broken, whole], 'x', {}).map(({ name, value }) => [name, value])).toEqual([
      ['broken.one', null],
      ['broken.two', null],
      ['whole', 1],
    ])
  })

  it('are always the same set with sound values, on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        const { signals } = signalsFor(text, { recentTexts: [text, ''], ownRecent: 0 })
        expect(signals.map((signal) => signal.name)).toEqual(signalNames)
        const places = signals.flatMap((signal) => signal.evidence)
        expect(places.filter((p) => p.start < 0 || p.start >= p.end || p.end > text.length)).toEqual([])
        // Without a word of a language they know, the models do not guess.
        const mayBeUnknown = /^model\.|\.probability$/
        expect(
          signals.filter(({ name, value }) => (value === null ? !mayBeUnknown.test(name) : !(value >= 0))),
        ).toEqual([])
      }),
    )
  }, 30_000)

  it('measure how near two texts are: the share of their pieces of five letters that both have', () => {
    const words = fc.array(fc.constantFrom('quay', 'wall', 'ooooooo', 'board', 'paid'), { minLength: 6 })
    fc.assert(
      fc.property(words, words, (one, two) => {
        const near = measure('repeat.similarity', one.join(' '), { recentTexts: [two.join(' ')] }) as number
        const piecesOf = (text: string) =>
          new Set(Array.from({ length: Math.max(1, text.length - 4) }, (_, at) => text.slice(at, at + 5)))
        const [a, b] = [piecesOf(one.join(' ')), piecesOf(two.join(' '))]
        const shared = [...a].filter((piece) => b.has(piece)).length
        const tooShort = one.join(' ').length < 25
        expect(near).toBeCloseTo(tooShort ? 0 : shared / (a.size + b.size - shared), 9)
      }),
    )
  })
})

it.each(['Ты дурак', 'أنت غبي', '笨蛋'])(
  'a short insult in another script is unknown, never harmless: %s',
  (text) => {
    expect(measure('model.insult', text)).toBeNull()
    expect(measure('personal_attack.probability', text)).toBeNull()
  },
)

it('look-alike letters of another script are heard all the same', () => {
  expect(measure('model.insult', 'Уоu idіоt')).toBeGreaterThan(0.5)
})
