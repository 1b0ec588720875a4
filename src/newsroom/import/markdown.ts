import { invariant } from '../../lib/invariant.ts'
import { ok, type Result } from '../../lib/result.ts'
import type { Draft } from '../draft.ts'
import { type FrontField, type FrontMatter, readFrontMatter } from './front-matter.ts'
import { guessLanguage } from './language.ts'
import { type MarkdownBlocks, readMarkdownBlocks } from './markdown-blocks.ts'
import { decodeSource, type ImportRefusal, refuse } from './source.ts'
import { atZone, isZone, readStamp } from './stamp.ts'
import { calendarProblem, readStampWords } from './stamp-words.ts'

export type MarkdownArticle = {
  draft: Draft
  /** As written: a name or a slug, for whoever knows the sections. */
  section: string | null
  /** What can be seen on the photo. */
  alt: string
  /** Entries of the front matter that have no place in an article, whole. */
  unused: FrontMatter['unused']
  warnings: string[]
}

export type MarkdownOptions = {
  /** IANA zone of the newspaper, for times that name none. Must be one that `isZone` knows. */
  zone: string
  /** BCP 47; where neither the front matter nor the script says otherwise. */
  language?: string
}

/** Letters; as for a saved page. */
const LONGEST_HEADLINE = 300

/**
 * An article in Markdown (CommonMark) with YAML front matter: title, description or standfirst, date, updated, author
 * or byline, agency, dateline, section, lang, caption, credit, alt, sources. Nothing is dropped in silence: what has no
 * place is in `unused` or in a warning that names its line.
 *
 * Refuses, naming the line: nothing, binary, over LARGEST_SOURCE, no title, front matter that is no YAML, impossible
 * dates and times, several articles in one file, marks nested beyond reason.
 */
export function parseMarkdownArticle(
  input: Uint8Array,
  options: MarkdownOptions,
): Result<MarkdownArticle, ImportRefusal> {
  invariant(isZone(options.zone), `“${options.zone}” is no IANA zone`)
  const source = decodeSource(input)
  if (!source.ok) return source
  const front = readFrontMatter(source.value.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'))
  if (!front.ok) return front
  const second = secondArticle(front.value)
  if (second !== undefined)
    return refuse('several_captures', second, 'a second article begins here: bring one at a time.')
  const body = readMarkdownBlocks(front.value.body, front.value.bodyLine)
  if (!body.ok) return body
  const published = readDate(front.value, 'published', options.zone)
  if (!published.ok) return published
  const updated = readDate(front.value, 'updated', options.zone)
  if (!updated.ok) return updated
  const headline = headlineOf(front.value, body.value)
  if (!headline.ok) return headline
  return ok(assemble(front.value, body.value, headline.value, [published.value, updated.value], options))
}

/** Two files glued together: front matter of its own in the middle of the text. */
function secondArticle({ body, bodyLine }: FrontMatter): number | undefined {
  const again = /^--- *\n(?:title|headline) *:/m.exec(body)
  return again ? bodyLine + body.slice(0, again.index).split('\n').length - 1 : undefined
}

function headlineOf(front: FrontMatter, body: MarkdownBlocks): Result<string, ImportRefusal> {
  const written = front.values.get('headline')
  const headline = written?.words.join(' ') ?? body.title?.text ?? ''
  const line = written?.line ?? body.title?.line ?? 1
  if (!/[\p{L}\p{N}]/u.test(headline))
    return refuse(
      'no_headline',
      line,
      'no title stands in the front matter, and no # heading begins the text.',
    )
  if (headline.length > LONGEST_HEADLINE)
    return refuse('no_headline', line, `no headline is ${headline.length} letters long.`)
  return ok(headline)
}

type Moment = { at: Date | null; warnings: string[] }

/** A date alone is taken for the midnight it begins with, which is said: archives often keep no more. */
function readDate(
  { values }: FrontMatter,
  field: 'published' | 'updated',
  zone: string,
): Result<Moment, ImportRefusal> {
  const value = values.get(field)
  if (!value) return ok({ at: null, warnings: [] })
  const text = value.words.join(' ')
  const words = readStampWords(text)
  const problem = calendarProblem(words)
  if (problem) return refuse(problem.code, value.line, problem.message)
  const warn = (what: string) => [`Line ${value.line}: ${what}`]
  if (!words.pure || !words.date)
    return ok({ at: null, warnings: warn(`“${text}” is no date that can be read; it is left out.`) })
  if (!words.clock) {
    const { at } = atZone({ ...words.date, hour: 0, minute: 0, second: 0 }, zone)
    return ok({ at, warnings: warn(`“${text}” has no time of day; midnight in ${zone} is taken.`) })
  }
  const stamp = readStamp(text, zone)
  if (!stamp.ok) return refuse(stamp.refusal.code, value.line, stamp.refusal.message)
  return ok({ at: stamp.value.at, warnings: stamp.value.warning === null ? [] : warn(stamp.value.warning) })
}

function assemble(
  front: FrontMatter,
  body: MarkdownBlocks,
  headline: string,
  [published, updated]: [Moment, Moment],
  options: MarkdownOptions,
): MarkdownArticle {
  const word = (field: FrontField): string => (front.values.get(field)?.words ?? []).join(', ')
  const blocks = [...body.blocks]
  if (body.title !== null && body.title.text !== headline)
    blocks.unshift({ kind: 'subhead', text: body.title.text })
  const said = [headline, ...blocks.map(({ text }) => text)].join('\n')
  const draft: Draft = {
    headline,
    standfirst: word('standfirst'),
    byline: word('byline'),
    agency: word('agency'),
    dateline: word('dateline'),
    language: word('language') || guessLanguage(said, options.language ?? 'en').language,
    blocks,
    sources: sourcesOf(front),
    photo: word('caption') || word('credit') ? { caption: word('caption'), credit: word('credit') } : null,
    publishedAt: published.at,
    updatedAt: updated.at,
  }
  const warnings = [
    ...published.warnings,
    ...updated.warnings,
    ...front.unused.map(
      ({ key, value, line }) =>
        `Line ${line}: “${key}” is not used: ${value.replace(/\s+/g, ' ').slice(0, 80).toWellFormed()}`,
    ),
    ...body.warnings,
    ...generalWarnings(draft),
  ]
  return { draft, section: word('section') || null, alt: word('alt'), unused: front.unused, warnings }
}

/** A list, or one line with commas in it. */
function sourcesOf({ values }: FrontMatter): string[] {
  const words = values.get('sources')?.words ?? []
  const names = words.length === 1 ? (words[0] ?? '').split(',') : words
  return [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))]
}

function generalWarnings({ publishedAt, updatedAt, blocks, photo }: Draft): string[] {
  const warnings: string[] = []
  if (!publishedAt) warnings.push('There is no time of publication: publishing will set it.')
  if (publishedAt && updatedAt && updatedAt < publishedAt)
    warnings.push('The last update is earlier than the publication.')
  if (blocks.length === 0) warnings.push('No paragraph of a story was found.')
  if (photo?.credit === '')
    warnings.push('The photo has a caption but no credit: without one it cannot be published.')
  return warnings
}
