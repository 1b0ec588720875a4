import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { insertDraft, listSections } from '../src/newsroom/article-store.ts'
import type { Draft } from '../src/newsroom/draft.ts'
import { parseCapture } from '../src/newsroom/import/capture.ts'
import { captureReport, draftFromCapture } from '../src/newsroom/import/capture-report.ts'
import { parseMarkdownArticle } from '../src/newsroom/import/markdown.ts'
import { isZone } from '../src/newsroom/import/stamp.ts'
import { slugOf } from '../src/newsroom/slug.ts'
import type { Environment } from './command.ts'
import { paperOf, withDatabase } from './open.ts'
import { say, UsageError } from './terminal.ts'

type Options = { file: string; zone: string; section: string | undefined; dryRun: boolean; json: boolean }

function read(words: string[], kind: string, zoneNeeded: boolean): Options {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      zone: { type: 'string' },
      section: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  const [file] = positionals
  if (!file || positionals.length > 1)
    throw new UsageError(`postbag import ${kind} FILE --zone ZONE [--dry-run] [--json]`)
  if (values.zone === undefined && zoneNeeded)
    throw new UsageError(
      '--zone is needed: a saved page prints its own time and names no zone. Say, as in --zone Asia/Kolkata.',
    )
  const zone = values.zone ?? 'UTC'
  if (!isZone(zone)) throw new UsageError(`“${zone}” is no time zone: write it as in Asia/Kolkata.`)
  return { file, zone, section: values.section, dryRun: values['dry-run'], json: values.json }
}

type Found = {
  draft: Draft
  alt: string
  section: string | null
  report: Record<string, unknown>
  warnings: string[]
  source: string
}

/** A dry run opens no database at all: it stores nothing. */
async function finish(options: Options, found: Found, env: Environment): Promise<number> {
  if (options.dryRun) {
    if (options.json) say(JSON.stringify(found.report, null, 2))
    else describe(found)
    return 0
  }
  return withDatabase(env, async (database) => {
    const paper = await paperOf(database)
    const wanted = options.section ?? found.section
    const section = (await listSections(database.db, paper.id)).find(
      (candidate) => candidate.slug === wanted || candidate.name === wanted,
    )
    if (options.section !== undefined && !section)
      throw new UsageError(`There is no section “${options.section}”.`)
    const id = await insertDraft(
      database.db,
      {
        publicationId: paper.id,
        sectionId: section?.id ?? null,
        slug: slugOf(found.draft.headline),
        draft: found.draft,
        photo: null,
        capture: { source: found.source, report: found.report },
      },
      { staffId: null },
      new Date(),
    )
    if (options.json) say(JSON.stringify({ id, ...found.report }, null, 2))
    else {
      describe(found)
      say(`Draft ${id} is saved. Publish it with: postbag article publish ${id}`)
    }
    return 0
  })
}

function describe({ draft, warnings }: Found): void {
  say(draft.headline)
  say(
    `${draft.blocks.length} blocks; published ${draft.publishedAt?.toISOString() ?? 'not said'}; photo credit ${draft.photo?.credit || 'none'}; dateline ${draft.dateline || 'none'}`,
  )
  for (const warning of warnings) say(`Warning: ${warning}`)
}

export async function importCapture(words: string[], env: Environment): Promise<number> {
  const options = read(words, 'capture', true)
  const parsed = parseCapture(await readFile(options.file), { zone: options.zone })
  if (!parsed.ok) throw new UsageError(`${options.file} was refused. ${parsed.refusal.message}`)
  const report = captureReport(parsed.value)
  return finish(
    options,
    {
      draft: draftFromCapture(parsed.value),
      alt: '',
      section: null,
      report,
      warnings: report['warnings'] as string[],
      source: parsed.value.source,
    },
    env,
  )
}

export async function importMarkdown(words: string[], env: Environment): Promise<number> {
  const options = read(words, 'markdown', false)
  const input = await readFile(options.file)
  const parsed = parseMarkdownArticle(input, { zone: options.zone })
  if (!parsed.ok) throw new UsageError(`${options.file} was refused. ${parsed.refusal.message}`)
  const { draft, section, alt, warnings } = parsed.value
  return finish(
    options,
    {
      draft,
      section,
      alt,
      warnings,
      report: { ...draft, section, alt, warnings },
      source: input.toString('utf8'),
    },
    env,
  )
}
