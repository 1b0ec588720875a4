import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './lib/run.mjs'

/*
 * The checks of a saved page's import on a page that does not belong to the project:
 * npm run check:capture -- FILE [ZONE]
 */
const [file, zone = 'Asia/Kolkata'] = process.argv.slice(2)
if (!file) {
  process.stderr.write('npm run check:capture -- FILE [ZONE]\n')
  process.exit(2)
}
const run = spawnSync(
  process.execPath,
  [join(root, 'scripts/postbag.mjs'), 'import', 'capture', file, '--zone', zone, '--dry-run', '--json'],
  { encoding: 'utf8' },
)
if (run.status !== 0) {
  process.stderr.write(run.stderr)
  process.exit(1)
}
const found = JSON.parse(run.stdout)
const source = readFileSync(file, 'utf8')

/** Every letter of the page in exactly one field, or discarded with a reason. */
function isWhole() {
  let at = 0
  for (const { start, end } of [...found.spans, ...found.discarded].sort((a, b) => a.start - b.start)) {
    if (start !== at || end <= start) return false
    at = end
  }
  return at === source.length
}

const isStamp = (text) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/.test(text ?? '')
const checks = [
  ['headline', Boolean(found.headline)],
  ['standfirst', Boolean(found.standfirst)],
  ['published, with its offset', isStamp(found.publishedAt)],
  ['last updated, with its offset', isStamp(found.updatedAt)],
  [
    'photo caption, without its credit',
    Boolean(found.photo.caption) && !/\(photo/i.test(found.photo.caption),
  ],
  ['photo credit', Boolean(found.photo.credit)],
  [
    'dateline, apart from the story',
    Boolean(found.dateline) && !found.paragraphs[0]?.startsWith(found.dateline),
  ],
  ['paragraphs', found.paragraphs.length > 0],
  ['cited agencies', found.sources.length > 0],
  ['share targets', found.share.length > 1],
  ['policy text', found.policy.length > 0],
  ['every letter of the page accounted for', isWhole()],
]
for (const [what, passed] of checks) process.stdout.write(`${passed ? 'ok  ' : 'MISS'} ${what}\n`)
for (const warning of found.warnings) process.stdout.write(`warning: ${warning}\n`)
const failed = checks.filter(([, passed]) => !passed).length
process.stdout.write(`${checks.length - failed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
