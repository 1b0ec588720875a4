import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listedLanguages } from './foreign-words.ts'
import { loadVocabulary } from './model-files.ts'
import { createObsceneDetector } from './obscene-detector.ts'
import { createTextSource } from './text-source.ts'

const source = createTextSource(loadVocabulary(join(import.meta.dirname, '../../models/triage')))
const detector = createObsceneDetector(source)
const signal = (name: string, text: string) =>
  detector.measure(text, {}).find((one) => one.name === `obscene.${name}`)
const severity = (text: string) => signal('severity', text)?.value
const marked = (text: string) =>
  signal('severity', text)?.evidence.map(({ start, end }) => text.slice(start, end))

describe('obscene words', () => {
  it.each([
    ['Damn, the bus again.', 1],
    ['Bloody good game.', 1],
    ['A load of bullshit.', 2],
    ['Shove it up your arse.', 2],
    ['What the **** is the council doing?', 2],
    ['This fucking bridge', 3],
    ['Bhenchod, six months for a meter', 3],
    ['You cunts are measuring curtains.', 3],
    ['The bridge is closed.', 0],
  ])('have a severity that a paper can set a bar by: %s', (text, expected) => {
    expect(severity(text)).toBe(expected)
  })

  it.each([
    ['so f u c k i n g late', 'f u c k i n g'],
    ['F*ck the toll', 'F*ck'],
    ['fuuuuck the toll', 'fuuuuck'],
    ['ѕhіt happens', 'ѕhіt'],
    ['S.H.I.T. service', 'S.H.I.T'],
    ['a$$holes in vans', 'a$$holes'],
    ['Fu(k the toll', 'Fu(k'],
  ])('are found in disguise, where they stand: %s', (text, place) => {
    expect(marked(text)).toEqual([place])
  })

  it.each([
    'We took the train from Scunthorpe to Penistone.',
    'Mr Dick Cockburn rings the bells, and Fanny Hancock sings.',
    'My cat Pussy Willow, a great tit and two blue tits live here.',
    'The cock crows at four, and our bitch has had seven pups.',
    'Dr Shitole explained the analysis to the classic assistant from Essex.',
    'Matsushita televisions, shiitake, butterscotch, grass and a bass.',
    'Pricking out seedlings: prick out the weak ones.',
    'She took her degree cum laude in a bedroom cum study.',
    'The Arsenal fans sang of Uranus and Titan.',
    'Hello, the shell of the titmouse is a cocktail of calcium.',
  ])('are not seen in clean words that hold them: %s', (text) => {
    expect(marked(text)).toEqual([])
  })

  it('are lewd remarks too, though each word is clean', () => {
    expect(severity('I would bend her over that desk any evening.')).toBe(3)
    expect(severity('We had to bend the rail over with a jack.')).toBe(0)
  })

  it('are counted without the oaths', () => {
    expect(signal('count', 'Damn this shit, fuck the bloody toll.')?.value).toBe(2)
    expect(signal('count', 'Damn this shit, fuck the bloody toll.')?.notes).toEqual(['shit', 'fuck'])
  })

  it('are counted apart where they are slurs, unless somebody takes one back', () => {
    expect(signal('slurs', 'Another wetback on our street')?.value).toBe(1)
    expect(signal('count', 'Another wetback on our street')?.value).toBe(0)
    expect(signal('slurs', "I'm an old dyke and proud of it.")?.value).toBe(0)
    expect(signal('slurs', 'Us old cripples at the day centre')?.value).toBe(0)
  })

  it('of twenty languages and more are known, each in its own language alone', () => {
    expect(listedLanguages.length).toBeGreaterThanOrEqual(20)
    const german = 'Der Bürgermeister ist ein Arschloch, und das weiß hier jeder.'
    expect(marked(german)).toEqual(['Arschloch'])
    expect(marked('Городской совет опять сделал полная жопа из этой дороги')).toEqual(['жопа'])
    expect(marked('この道はいつできるのか誰も知らないちんこだ')).toEqual(['ちんこ'])
    // "Fitta" is obscene in Swedish and "slag" a blow; in English neither word is on the Swedish list.
    expect(marked('The slag heap and the pula were there, which they said was what they wanted.')).toEqual([])
  })

  it('take time in proportion to the text’s length, and are marked inside it', () => {
    const started = performance.now()
    detector.measure('fuck '.repeat(100_000), {})
    expect(performance.now() - started).toBeLessThan(20_000)
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const places = detector.measure(`shit ${text} fuck`, {}).flatMap(({ evidence }) => evidence)
        expect(places.filter((p) => p.start < 0 || p.start >= p.end || p.end > text.length + 10)).toEqual([])
      }),
    )
  })
})
