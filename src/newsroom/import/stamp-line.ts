import { type Line, type Span, spanWithin } from './source.ts'
import { readStampWords, type StampWords } from './stamp-words.ts'

export type StampLabel = 'published' | 'updated'

/** A part of a stamp line between two bars. `words` is what follows the label. */
export type StampSegment = Span & {
  text: string
  label: StampLabel | undefined
  words: StampWords
  /** A label, its colon and a figure: meant as a stamp, whatever can be read of it. */
  doubtful: boolean
}

/**
 * sure: a label and a date, nothing else. likely: a date and a time alone. doubtful: a label, a colon and a figure, but
 * no date that can be read.
 */
export type StampLine = { segments: StampSegment[]; sureness: 'sure' | 'likely' | 'doubtful' }

const publishedWords =
  'first published|originally published|published|posted|publish date|date published|نشر|نُشر|تاریخ اشاعت|شائع|اشاعت|منتشر شده|פורסם|प्रकाशित|veröffentlicht|publié|publicado|pubblicato|опубликовано|опублікавана|опубліковано'
const updatedWords =
  'last updated|last modified|last update|updated|modified|update|آخر تحديث|تم التحديث|آخری تازہ کاری|تازہ کاری|עודכן|अपडेट|अद्यतन|aktualisiert|mis à jour|actualizado|aggiornato|обновлено|абноўлена|оновлено'

/** A label may carry a word or two more before its colon, as "Published online:" does. */
const label = (words: string) =>
  new RegExp(
    `^(?:${words})(?![\\p{L}\\p{M}])(?:(?:\\s[\\p{L}\\p{M}]{1,12}){0,2}\\s?[:：]|\\s?[-–—](?=\\s))?\\s?`,
    'iu',
  )
const published = label(publishedWords)
const updated = label(updatedWords)

/** A bar or a bullet; the text-size control, which some pages print without a bar before it. */
const between = /[|•·]|\s(?=A\s?[+-]\s?A\s?[+-]?)/gu
const secondLabel = /(?<!last)\s(?=(?:last\s)?(?:updated|modified)(?![\p{L}]))/giu

/** Longer lines are prose. Letters. */
const LONGEST_LINE = 300
/** More parts than any page puts beside its stamp are a table. */
const MOST_SEGMENTS = 12

/** Reads a line as a stamp; undefined where it is none, such as "Updated figures show…". */
export function stampLineOf(source: string, line: Line): StampLine | undefined {
  if (line.text.length > LONGEST_LINE || !/\p{Nd}/u.test(line.text)) return undefined
  const cuts = cutsOf(line.text)
  if (cuts.length > MOST_SEGMENTS) return undefined
  const segments = cuts.map(({ from, to }) => segmentOf(source, line, from, to))
  if (segments.some((each) => each.label && each.words.date && each.words.pure))
    return { segments, sureness: 'sure' }
  if (segments.some((each) => !each.label && each.words.date && each.words.clock && each.words.pure))
    return { segments, sureness: 'likely' }
  return segments.some((each) => each.doubtful) ? { segments, sureness: 'doubtful' } : undefined
}

function segmentOf(source: string, line: Line, from: number, to: number): StampSegment {
  const text = line.text.slice(from, to)
  const asPublished = published.exec(text)
  const found = (asPublished ?? updated.exec(text))?.[0]
  const rest = text.slice(found?.length ?? 0)
  return {
    ...spanWithin(source, line, from, to),
    text,
    label: asPublished ? 'published' : found === undefined ? undefined : 'updated',
    words: readStampWords(rest),
    doubtful: text.length <= 80 && /[:：] ?$/.test(found ?? '') && /\p{Nd}/u.test(rest.slice(0, 20)),
  }
}

/** Where the segments stand in the text, without the space around them; empty ones are left out. */
function cutsOf(text: string): { from: number; to: number }[] {
  const cuts: { from: number; to: number }[] = []
  const add = (start: number, end: number) => {
    const piece = text.slice(start, end)
    const from = start + piece.length - piece.trimStart().length
    const to = from + piece.trim().length
    if (to > from) cuts.push({ from, to })
  }
  let start = 0
  for (const cut of [...text.matchAll(between), undefined]) {
    const end = cut?.index ?? text.length
    const piece = text.slice(start, end)
    // Only behind a first label: "a list, updated on 3 May 2021" is prose.
    const second = published.test(piece.trimStart())
      ? [...piece.matchAll(secondLabel)].at(0)?.index
      : undefined
    if (second !== undefined && second > 0) {
      add(start, start + second)
      add(start + second, end)
    } else add(start, end)
    start = end + (cut ? cut[0].length : 0)
  }
  return cuts
}
