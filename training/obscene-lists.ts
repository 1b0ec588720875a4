import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { projectRoot } from '../src/root.ts'

/* Writes `src/triage/data/obscene-lists.ts` from the npm package naughty-words, which carries LDNOOBW's lists. */

/** The package's name of a list where it is not ISO 639-1. Kabyle, Klingon and Esperanto: no detector knows them. */
const codes: Record<string, string> = { fil: 'tl' }
const languages = 'ar cs da de es fa fi fil fr hi hu it ja ko nl no pl pt ru sv th tr zh'.split(' ')

/** On the lists, for they keep pictures clean, but no obscenity in a comment. */
const ordinary = new Set(
  `sex sexo sexe sesso seks секс sexy sexual porno pornografie viagra cialis playboy bdsm bondage lolita webcam
  homosexual lesbian lesbo incest nazi intercourse vagina penis anal orgasm puppet hell god damn burro loca`.split(
    /\s+/,
  ),
)

const folder = dirname(createRequire(import.meta.url).resolve('naughty-words/package.json'))
const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }

const lists = languages.map((name) => {
  const entries = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as string[]
  const kept = entries
    .map((entry) => entry.toLowerCase().normalize('NFC').trim())
    .filter(
      (entry) => [...entry].length > 2 || /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hira}\p{sc=Kana}]{2}/u.test(entry),
    )
    .filter((entry) => !ordinary.has(entry) && !/[`$\\|]/.test(entry))
  return `  ${codes[name] ?? name}: \`\n${wrapped([...new Set(kept)].sort())}\`,\n`
})

/** Lines of at most 110 characters, so that a change shows as the words that changed. */
function wrapped(entries: string[]): string {
  const lines = ['']
  for (const entry of entries) {
    const line = lines.at(-1) ?? ''
    if (line !== '' && line.length + entry.length > 105) lines.push(`${entry}|`)
    else lines[lines.length - 1] = `${line}${entry}|`
  }
  return lines
    .map((line) => `    ${line}`)
    .join('\n')
    .replace(/\|$/, '')
}

writeFileSync(
  join(projectRoot, 'src/triage/data/obscene-lists.ts'),
  `/**
 * Obscene words by language (ISO 639-1), parted by a bar. Made by \`training/obscene-lists.ts\` from naughty-words
 * ${version}, the List of Dirty, Naughty, Obscene, and Otherwise Bad Words, CC BY 4.0; ordinary words left out.
 */
export const obsceneLists: Readonly<Record<string, string>> = {
${lists.join('')}}
`,
)
