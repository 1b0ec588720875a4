import { ok, type Result, refused } from '../lib/result.ts'
import type { Publication } from './article.ts'
import { wordsOf } from './import/source.ts'
import { isZone } from './import/stamp.ts'

/** What a paper says of itself, as its administrators set it. */
export type Paper = Pick<
  Publication,
  'name' | 'shortName' | 'groupName' | 'entities' | 'language' | 'zone' | 'contact'
>

export type PaperField = 'name' | 'short' | 'group' | 'entities' | 'language' | 'zone' | 'contact' | 'section'

export type PaperRefusal = { code: 'paper_malformed'; field: PaperField; sentence: string }

const LONGEST_NAME = 120
const MOST_ENTITIES = 40

const wrong = (field: PaperField, sentence: string) =>
  refused<PaperRefusal>({ code: 'paper_malformed', field, sentence })

const hasWords = /[\p{L}\p{N}]/u

export type PaperFields = {
  name: string
  short: string
  group: string
  /** One a line. */
  entities: string
  language: string
  zone: string
  contact: string
}

/** From fields as typed, on a page or a command line; the first thing that is wrong, in one sentence. */
export function readPaper(typed: PaperFields): Result<Paper, PaperRefusal> {
  const line = (field: 'name' | 'short' | 'group') => wordsOf(typed[field]).slice(0, LONGEST_NAME + 1)
  for (const [field, called] of [
    ['name', 'The name'],
    ['short', 'The short name'],
    ['group', 'The house behind the paper'],
  ] as const) {
    if (!hasWords.test(line(field))) return wrong(field, `${called} is missing: pages print it.`)
    if (line(field).length > LONGEST_NAME)
      return wrong(field, `${called} is too long: ${LONGEST_NAME} characters fit.`)
  }
  const entities = typed.entities
    .split(/\r?\n/)
    .map(wordsOf)
    .filter((entity) => entity !== '')
  if (entities.length > MOST_ENTITIES || entities.some((entity) => entity.length > LONGEST_NAME))
    return wrong(
      'entities',
      `At most ${MOST_ENTITIES} companies, one a line, of at most ${LONGEST_NAME} characters each.`,
    )
  const language = languageIn(typed.language)
  if (language === undefined) return wrong('language', 'The language is written as in “en-GB” or “ur”.')
  const zone = typed.zone.trim()
  if (!isZone(zone))
    return wrong('zone', `“${wordsOf(zone).slice(0, 60)}” is no time zone: write it as in Europe/London.`)
  const contact = typed.contact.trim()
  if (
    contact !== '' &&
    (contact.length > 254 || !/^[^\s@<>"',;:]+@[^\s@<>"',;:]+\.[^\s@<>"',;:]+$/.test(contact))
  )
    return wrong('contact', 'The address to write to is an e-mail address, or empty.')
  return ok({
    name: line('name'),
    shortName: line('short'),
    groupName: line('group'),
    entities: [...new Set(entities)],
    language,
    zone,
    contact,
  })
}

/** BCP 47 as everybody else writes it; undefined where it is none. */
function languageIn(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text.trim())[0]
  } catch {
    return undefined
  }
}

export type SectionFields = { slug: string; name: string }

/** A slug stands in addresses for good, so it is plain. */
export function readSection(typed: SectionFields): Result<SectionFields, PaperRefusal> {
  const slug = typed.slug.trim()
  const name = wordsOf(typed.name)
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug) || slug.length > 40)
    return wrong(
      'section',
      'The address of a section is of small letters, digits and hyphens, as in “harbour”.',
    )
  if (!hasWords.test(name) || name.length > 60)
    return wrong('section', 'A section has a name of at most 60 characters.')
  return ok({ slug, name })
}

const columns = {
  name: 'name',
  shortName: 'short_name',
  groupName: 'group',
  entities: 'entities',
  language: 'language',
  zone: 'zone',
  contact: 'contact',
} as const satisfies Record<keyof Paper, string>

/** Which of them differ, in the words of the ledger, which keeps no text. */
export const changedFields = (before: Paper, after: Paper): string[] =>
  (Object.keys(columns) as (keyof Paper)[])
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .map((key) => columns[key])
