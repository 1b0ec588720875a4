import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { usage } from '../bin/commands.ts'
import { CHALLENGE_MINUTES } from '../src/accounts/passkey.ts'
import { SIGN_IN_LINK_HOURS, STAFF_IDLE_DAYS, STAFF_SESSION_DAYS } from '../src/accounts/staff.ts'
import { commentActs } from '../src/comments/comment.ts'
import { readConfig } from '../src/config.ts'
import { MAILBOX_DAYS, NETWORK_KEY_DAYS, UNCONFIRMED_HOURS } from '../src/desk/retention-store.ts'
import { attributeNames } from '../src/perspective/attributes.ts'
import { apiProblems } from '../src/perspective/problem.ts'
import { refusals } from '../src/web/refusals.ts'

const root = join(import.meta.dirname, '..')
const read = (name: string) => readFileSync(join(root, name), 'utf8')

it('docs/errors.md lists exactly the codes that exist, with their status', () => {
  const listed = [...read('docs/errors.md').matchAll(/^\| `(\w+)` \| (\d{3}) \|$/gm)].map(
    ([, code, status]) => `${code} ${status}`,
  )
  expect(listed).toEqual(Object.entries(refusals).map(([code, { status }]) => `${code} ${status}`))
})

it('docs/perspective.md lists exactly the errors and attributes that programs can meet', () => {
  const page = read('docs/perspective.md')
  const listed = [...page.matchAll(/^\| (\d{3}) \| `(\w+)` \| `?(\w*)`? ?\|/gm)].map(
    ([, code, status, detail]) => `${code} ${status} ${detail}`,
  )
  const known = Object.values(apiProblems).map(
    (entry) => `${entry.http} ${entry.status} ${entry.errorType ?? entry.reason ?? ''}`,
  )
  expect(listed).toEqual([...new Set(listed)])
  expect([...listed].sort()).toEqual([...new Set(known)].sort())
  for (const name of attributeNames.filter((one) => !one.endsWith('_EXPERIMENTAL')))
    expect(page).toContain(`\`${name}\``)
})

it('the README names every setting that the server reads, and no other', () => {
  const config = readConfig({}, '/tmp')
  const known = config.ok ? config.value.settings.map(({ name }) => name) : []
  const table = read('README.md').split('## Settings')[1]?.split('## ')[0] ?? ''
  const named = [...table.matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, names = '']) =>
    [...names.matchAll(/`(\w+)`/g)].map(([, name]) => name),
  )
  expect(named.sort()).toEqual([...known].sort())
})

it('every command that the documents show exists', () => {
  const names = usage.split('\n').map(
    (line) =>
      line
        .replace(/^postbag /, '')
        .split(/\s{2,}|\s[A-Z[(]/)[0]
        ?.trim() ?? '',
  )
  for (const file of ['README.md', 'docs/operations.md'])
    for (const [, words = ''] of read(file).matchAll(
      /(?:npm run -s postbag -- |`postbag )([a-z]+(?: [a-z]+)?)/g,
    ))
      expect(
        [...names, 'help'].some((name) => words === name || words.split(' ')[0] === name),
        `${file}: postbag ${words}`,
      ).toBe(true)
})

it('the glossary has the word for every act', () => {
  const glossary = read('docs/glossary.md')
  for (const act of commentActs.filter(
    (a) => !['confirm', 'resend', 'reply', 'report', 'allow_links'].includes(a),
  ))
    expect(glossary).toContain(act)
})

it('the retention that operations promises is the one in force', () => {
  const operations = read('docs/operations.md')
  expect(operations).toContain(`| ${UNCONFIRMED_HOURS} hours |`)
  expect(operations).toContain(`| keyed hashes of network addresses | ${NETWORK_KEY_DAYS} days |`)
  expect(operations).toContain(
    `| staff sessions | ${STAFF_SESSION_DAYS} days, or ${STAFF_IDLE_DAYS} unseen |`,
  )
  expect(operations).toContain(`| ${SIGN_IN_LINK_HOURS} hours / ${CHALLENGE_MINUTES} minutes |`)
  expect(operations).toContain(`| the demo's letter box | ${MAILBOX_DAYS} days |`)
})

it('every picture and document that the README points to is there', () => {
  const files = new Set(
    readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
      (name) => !name.startsWith('node_modules'),
    ),
  )
  for (const [, target = ''] of read('README.md').matchAll(/\]\((?!https?:)([^)#]+)\)/g))
    expect(files.has(target), target).toBe(true)
})
