import { plainTopLevels } from './domains.ts'
import { asTyped, type Reading, reread } from './reading.ts'

/*
 * The tricks by which an address gets past a filter and is still understood by people. Each pattern is bounded at every
 * place, so that a text takes time in proportion to its length. A wrong join does no harm by itself: what it yields must
 * still be a domain, and be unlike prose.
 */

type Trick = {
  /** A cheap sign without which the pattern cannot match: most texts have none, and every text is read. */
  sign: RegExp
  pattern: RegExp
  plain(match: RegExpExecArray): string
}

const dot = () => '.'
const dotWord = 'd[o0]t|punkt|punto'
const topLevels = plainTopLevels.join('|')

const tricks: readonly Trick[] = [
  {
    sign: /[^\u0000-\u00FF]|\u00AD/,
    pattern: /[\p{Cf}\u034F]+/gu,
    plain: () => '',
  },
  {
    sign: /[^\u0000-\u00FF]/,
    pattern: /[^\u0000-\u00FF]/gu,
    plain: ([character]) => plainCharacter(character),
  },
  {
    // U+3002 ends every Chinese and Japanese sentence; only between Latin letters is it a dot.
    sign: /[\u3002\uFF61]/,
    pattern: /(?<=[A-Za-z0-9])[\u3002\uFF61](?=[A-Za-z])/g,
    plain: dot,
  },
  { sign: /%2e/i, pattern: /%2e/gi, plain: dot },
  {
    // "hxxp://", "h t t p : / /", "https:\\"
    sign: /[/\\]/,
    pattern: /(?<![a-z])h ?(?:t ?t|x ?x) ?p ?(s?) ?[:;] ?[/\\] ?[/\\](?: (?=[^\s.]{1,63} ?[.([{]))?/gi,
    plain: ([typed, secure]) => (/^https?:\/\/$/i.test(typed) ? typed : `http${secure}://`),
  },
  {
    // "e x a m p l e . o r g"
    sign: / \. /,
    pattern: /(?<![^\s/])(?:[a-z0-9] ){3,40}\. (?:[a-z] ){1,10}[a-z](?!\S)/gi,
    plain: ([letters]) => letters.replaceAll(' ', ''),
  },
  {
    sign: /w \.|w w|\. w|w\. /i,
    pattern: /(?<![a-z])w ?w ?w ?\. ?(?=[a-z0-9])/gi,
    plain: ([typed]) => (/^www\.$/i.test(typed) ? typed : 'www.'),
  },
  {
    sign: /[([{<*]\s?(?:at|ät|@)/i,
    pattern: /\s{0,2}(?:[([{<]\s?(?:at|ät|@)\s?[)\]}>]|\*(?:at|ät)\*)\s{0,2}/gi,
    plain: () => '@',
  },
  {
    sign: /[([{<]\s?(?:d[o0]t|p[uo]|\.)/i,
    pattern: new RegExp(
      `\\s{0,2}(?:${['()', '[]', '{}', '<>'].map((pair) => `\\${pair[0]}\\s?(?:${dotWord}|point|\\.)\\s?\\${pair[1]}`).join('|')})\\s{0,2}`,
      'gi',
    ),
    plain: dot,
  },
  {
    sign: /[*_"-]\s?d[o0]t/i,
    pattern: /(?<=[a-z0-9])(?:\s?-\s?d[o0]t\s?-\s?|\*d[o0]t\*|_d[o0]t_|"d[o0]t")(?=[a-z])/gi,
    plain: dot,
  },
  {
    sign: new RegExp(`\\s(?:${dotWord})\\s`, 'i'),
    pattern: new RegExp(`(?<=[\\p{L}\\p{N}])\\s{1,2}(?:${dotWord})\\s{1,2}(?=\\p{L})`, 'giu'),
    plain: dot,
  },
  {
    sign: /\s\.\s/,
    pattern: /(?<=[\p{L}\p{N}])\s{1,2}\.\s{1,2}(?=\p{L}{2})/gu,
    plain: dotUnlessAfterPath,
  },
  {
    // "example. com", "example .com", "example,com", "example•com"
    sign: new RegExp(`[\\s.,·•∙](?:${topLevels})`),
    pattern: new RegExp(
      `(?<=[\\p{L}\\p{N}])(?:\\s{1,2}\\.|\\.\\s{1,2}|\\s?[·•∙]\\s?|,)(?=(?:${topLevels})(?![\\p{L}\\p{N}]))`,
      'gu',
    ),
    plain: dotUnlessAfterPath,
  },
]

/** What a text says once its disguises are off. */
export function undisguised(text: string): Reading {
  let reading = asTyped(text)
  for (const { sign, pattern, plain } of tricks)
    if (sign.test(reading.text)) reading = reread(reading, pattern, plain)
  return reading
}

/** Full-width, circled and mathematical letters are letters still (Unicode's NFKC); all else stays itself. */
function plainCharacter(character: string): string {
  const plain = character.normalize('NFKC')
  return /^[A-Za-z0-9./:@-]$/.test(plain) ? plain : character
}

/** A sentence may go on behind "…/page.html . There": after a path the dot is no part of the address. */
function dotUnlessAfterPath(match: RegExpExecArray): string {
  const before = match.input.slice(Math.max(0, match.index - 300), match.index)
  const word = before.slice(Math.max(before.lastIndexOf(' '), before.lastIndexOf('\n')) + 1)
  return word.replace('://', '').includes('/') ? match[0] : '.'
}
