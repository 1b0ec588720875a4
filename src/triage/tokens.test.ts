import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadVocabulary } from './model-files.ts'
import { createTokensOf } from './tokens.ts'

const tokensOf = createTokensOf(loadVocabulary(join(import.meta.dirname, '../../models/triage')))
const wordsOf = (text: string): string =>
  tokensOf(text)
    .map((token) => token.word)
    .join(' ')
const rawOf = (text: string, word: string): string[] =>
  tokensOf(text)
    .filter((token) => token.word === word)
    .map(({ start, end }) => text.slice(start, end))

describe('a word in disguise is read as the word', () => {
  const disguises: [trick: string, text: string, word: string, raw: string][] = [
    ['Cyrillic letters', 'that is ѕtuріd, really', 'stupid', 'ѕtuріd'],
    ['full-width letters', 'so ｓｔｕｐｉｄ', 'stupid', 'ｓｔｕｐｉｄ'],
    ['a mathematical alphabet', 'what an 𝓲𝓭𝓲𝓸𝓽', 'idiot', '𝓲𝓭𝓲𝓸𝓽'],
    ['small capitals', 'ɪᴅɪᴏᴛ', 'idiot', 'ɪᴅɪᴏᴛ'],
    ['letters on black squares', '🅸🅳🅸🅾🆃', 'idiot', '🅸🅳🅸🅾🆃'],
    ['invisible characters', 'an i\u200bd\u200bi\u200bo\u200bt', 'idiot', 'i\u200bd\u200bi\u200bo\u200bt'],
    ['stacked accents', 'i\u0335d\u0336i\u0301ot', 'idiot', 'i\u0335d\u0336i\u0301ot'],
    ['figures and signs', 'you $7up!d man', 'stupid', '$7up!d'],
    ['a one for an l', 'a 1oser', 'loser', '1oser'],
    ['masked letters', 'what a los*r', 'loser', 'los*r'],
    ['several masked letters', 'f**k that', 'fuck', 'f**k'],
    ['letters apart', 'an i d i o t indeed', 'idiot', 'i d i o t'],
    ['dots between', 'an i.d.i.o.t.', 'idiot', 'i.d.i.o.t'],
    ['stars between', 'an i*d*i*o*t', 'idiot', 'i*d*i*o*t'],
    ['stretched letters', 'so stuuuuppppid', 'stupid', 'stuuuuppppid'],
    ['a vowel left out', 'how stupd', 'stupid', 'stupd'],
    ['letters swapped', 'how stupdi', 'stupid', 'stupdi'],
  ]
  it.each(disguises)('%s', (_, text, word, raw) => {
    expect(rawOf(text, word)).toEqual([raw])
  })

  it('doubles stay where the word has them', () => {
    expect(wordsOf('a sweeeet looooser')).toBe('a sweet loser')
  })

  it('words apart letter by letter are still words', () => {
    expect(wordsOf('y o u a r e s t u p i d')).toBe('you are stupid')
  })

  it('what is no disguise is left alone', () => {
    expect(wordsOf('the 7th of 50 at 9pm, $100, AT&T, well-known, U.S. in 2008')).toBe(
      'the 7th of 50 at 9pm 100 at t well known u s in 2008',
    )
    expect(wordsOf('Scunthorpe, Penistone, Cockburn, Essex')).not.toMatch(/\b(?:cunt|penis|cock|sex)\b/)
    expect(wordsOf('a U.S. firm, the KKK, Mr Bonner rapped at dawn, sewing, an N64')).toBe(
      'a u s firm the kkk mr bonner rapped at dawn sewing an n64',
    )
    expect(wordsOf("I don't, it's 4.5 % of it")).toBe("i don't it's 4 5 of it")
  })
})

describe('one token each', () => {
  it.each([
    ['see https://example.org/a?b=c#d now', '<url>', 'https://example.org/a?b=c#d'],
    ['see www.example.org/a now', '<url>', 'www.example.org/a'],
    ['see example.com/deal now', '<url>', 'example.com/deal'],
    ['write to jo.bloggs@example.org today', '<email>', 'jo.bloggs@example.org'],
    ['as @jo_bloggs said', '<user>', '@jo_bloggs'],
    ['no!!!!', '!', '!!!!'],
    ['no?!?', '?!', '?!?'],
    ['you #$%@!', '<grawlix>', '#$%@!'],
    ['ha 😂😂😂 ha', '😂', '😂😂😂'],
    ['well 👍🏽 done', '👍', '👍'],
  ])('%s', (text, word, raw) => {
    expect(rawOf(text, word)).toEqual([raw])
  })
})

describe('the name of a group is never itself a word', () => {
  it.each([
    ['Muslims are here', '<groups> are here'],
    ['gay people are here', '<groups> are here'],
    ['people of colour are here', '<groups> are here'],
    ['the African-American vote', 'the <group> vote'],
    ['black women are here', '<groups> are here'],
    ["a woman's choice", 'a <group> choice'],
    ['Sri Lankans are here', '<groups> are here'],
    ['Germans are here', '<groups> are here'],
    ['disabld people are here', '<groups> are here'],
    ['these womendisgust me', 'these <groups> disgust me'],
    ['m u s l i m s are here', '<groups> are here'],
  ])('%s', (text, words) => {
    expect(wordsOf(text)).toBe(words)
  })

  it('the evidence holds the whole name', () => {
    expect(rawOf('the Native American vote', '<group>')).toEqual(['Native American'])
  })

  it('an enumeration stays several groups', () => {
    expect(wordsOf('women, children')).toBe('<groups> <groups>')
  })
})

describe('any input', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: fc.constantFrom(...'aA1*.-_!@$#\'" \n<&;😂🏽\u200bѕ\ud83d'), maxLength: 200 }),
  )

  it('has tokens within the text, one after the other', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        let last = 0
        for (const { word, start, end } of tokensOf(text)) {
          expect(word).not.toBe('')
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          last = end
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('does not depend on what was read before', () => {
    const fresh = (): ReturnType<typeof createTokensOf> =>
      createTokensOf({ known: ['stupid'], offensive: ['stupid'] })
    const used = fresh()
    fc.assert(
      fc.property(hostile, (text) => {
        expect(used(text)).toEqual(fresh()(text))
      }),
      { numRuns: 300 },
    )
  })

  it('takes time in proportion to its length, whatever the character', () => {
    const size = 40_000
    const cpuOf = (text: string): number => {
      const before = process.cpuUsage()
      tokensOf(text)
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000
    }
    const units = [
      ...'aé1*.-_!@$#\'" \n<&;/?|,',
      'a ',
      'a.',
      'a!',
      'a*',
      '*a',
      '<a',
      '&a',
      '@a.',
      "a'-",
      '😂',
      '\u200b',
      'ѕ',
      '漢',
      'www.',
      '\ud83d',
      'http://',
      'a b c ',
      '𝓲',
      'black ',
    ]
    // Ten times the text: quadratic time would be a hundred times, and that each time; a busy machine is slow once.
    const isSlow = (unit: string): boolean => {
      const short = Math.max(5, cpuOf(unit.repeat(size / unit.length)))
      return cpuOf(unit.repeat((10 * size) / unit.length)) > 40 * short
    }
    const slow = units.filter((unit) => isSlow(unit) && isSlow(unit) && isSlow(unit))
    expect(slow).toEqual([])
  })
})
