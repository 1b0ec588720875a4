import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { importCapture, importMarkdown } from '../../bin/import.ts'
import { UsageError } from '../../bin/terminal.ts'
import { wordsOf } from '../../src/newsroom/import/source.ts'
import { hostileCases } from './cases.ts'

const folder = mkdtempSync(join(tmpdir(), 'postbag-hostile-'))
const file = join(folder, 'page.txt')
afterAll(() => rmSync(folder, { recursive: true }))

let printed = ''
beforeEach(() => {
  printed = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text)
    return true
  })
})

type Report = { headline: string } & Record<string, unknown>

/** What `--dry-run` says of a text, in JSON or in words; undefined where it refuses with a sentence. */
async function dryRun(
  kind: 'capture' | 'markdown',
  text: string,
  json: boolean,
): Promise<string | undefined> {
  writeFileSync(file, text)
  const words = [file, '--zone', 'Europe/London', '--dry-run', ...(json ? ['--json'] : [])]
  try {
    await (kind === 'capture' ? importCapture : importMarkdown)(words, {})
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    expect(error.message).toMatch(/was refused\. Line \d+: /)
    return undefined
  }
  return printed
}

const driving = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/

/** Every string of a report, but not the pieces of the source that it kept or left out. */
function* stringsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (Array.isArray(value)) for (const each of value) yield* stringsOf(each)
  else if (value !== null && typeof value === 'object')
    for (const [key, each] of Object.entries(value))
      if (!['discarded', 'spans', 'warnings'].includes(key)) yield* stringsOf(each)
}

const capturePage = (text: string): string =>
  `${text}\n\n${text}\n\nPublished: 14th November 2026 09:33 PM\n\n${text} (Photo | ${text})\n\nSALTMERE: ${text}\n\nWords.\n\n${text}\n`

const quoted = (text: string): string =>
  JSON.stringify(text.toWellFormed()).replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

const markdownPage = (text: string): string =>
  `---\n${[
    'title',
    'standfirst',
    'author',
    'agency',
    'dateline',
    'caption',
    'credit',
    'alt',
    'sources',
    'unknown',
  ]
    .map((field) => `${field}: ${quoted(text)}\n`)
    .join('')}---\n\n${text}\n\n# ${text}\n\n> ${text}\n`

describe.each([
  ['capture', 'a saved page', capturePage],
  ['markdown', 'Markdown', markdownPage],
  [
    'markdown',
    'Markdown without quotes',
    (text: string) => `---\ntitle: ${text}\nx: ${text}\n---\n\n${text}\n`,
  ],
] as const)('postbag import %s of %s with hostile text', (kind, _, page) => {
  it.each(hostileCases)('$name', async ({ text }) => {
    const said = await dryRun(kind, page(text), true)
    if (said === undefined) return
    expect(said).not.toMatch(driving)
    const report = JSON.parse(said) as Report
    // Stored as jsonb, which has no lone surrogates.
    expect(said.replaceAll('\\\\', '')).not.toMatch(/\\u(?:d[89a-f]|0000)/i)
    for (const words of stringsOf(report)) expect(words).toBe(wordsOf(words))
  })
})

it.each(hostileCases)('the title of quoted front matter says “$name”', async ({ text }) => {
  const words = wordsOf(text.toWellFormed())
  const said = await dryRun('markdown', `---\ntitle: ${quoted(text)}\n---\n\nWords.\n`, true)
  if (words.length <= 300 && /[\p{L}\p{N}]/u.test(words) && said !== undefined)
    expect((JSON.parse(said) as Report).headline).toBe(words)
  else expect(said).toBeUndefined()
})

it.each(hostileCases)('the words of a dry run drive no terminal: $name', async ({ text }) => {
  for (const [kind, page] of [['capture', capturePage] as const, ['markdown', markdownPage] as const]) {
    printed = ''
    expect((await dryRun(kind, page(text), false)) ?? '').not.toMatch(driving)
  }
})
