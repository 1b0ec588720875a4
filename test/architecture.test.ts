import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const below = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(folder, name))

type Import = { from: string; to: string; typeOnly: boolean }

const imports: Import[] = [...below('src'), ...below('bin')].flatMap((from) =>
  [
    ...readFileSync(join(root, from), 'utf8').matchAll(
      /^(?:import|export)\s(type\s)?[^'"]*?from\s'([^']+)'/gm,
    ),
  ].map(([, type, to = '']) => ({
    from,
    to: to.startsWith('.') ? relative(root, join(root, dirname(from), to)) : to,
    typeOnly: type !== undefined,
  })),
)

const roomOf = (path: string): string =>
  path.startsWith('src/')
    ? path.split('/').length > 2
      ? (path.split('/')[1] ?? '')
      : 'root'
    : (path.split('/')[0] ?? '')

/** Each room may read itself and these. */
const mayRead: Record<string, string[]> = {
  lib: [],
  triage: ['lib'],
  perspective: ['lib', 'triage'],
  // Of triage only the shape of a signal.
  policy: ['lib', 'triage'],
  db: ['lib'],
  newsroom: ['lib', 'policy', 'triage', 'db', 'accounts'],
  accounts: ['lib', 'db'],
  comments: ['lib', 'policy', 'triage', 'db', 'newsroom', 'accounts'],
  desk: ['lib', 'policy', 'triage', 'db', 'newsroom', 'comments', 'accounts'],
  jobs: ['lib', 'policy', 'triage', 'db', 'newsroom', 'comments', 'desk', 'accounts', 'root'],
  web: ['lib', 'policy', 'triage', 'perspective', 'db', 'newsroom', 'comments', 'desk', 'accounts', 'root'],
}

const why: Record<string, string> = {
  lib: 'lib knows nothing of newspapers',
  policy: 'policy stays pure, so that a rule can be replayed on last year’s comments',
  triage: 'triage stays pure, so that a text is measured the same live and in an archive',
  perspective: 'perspective stays pure: a request in, an answer out',
  newsroom: 'the arrow goes from the newsroom to the comments and the desk, never back',
  comments: 'the desk reads comments; comments do not know the desk',
  desk: 'only web knows HTTP and HTML',
}

describe('the direction of imports', () => {
  const own = imports.filter((i) => i.to.startsWith('src/') || i.to.startsWith('bin/'))
  it.each(Object.keys(mayRead))('%s', (room) => {
    const wrong = own
      .filter(
        (i) => roomOf(i.from) === room && roomOf(i.to) !== room && !mayRead[room]?.includes(roomOf(i.to)),
      )
      .map((i) => `${i.from} imports ${i.to}: ${why[room] ?? 'the rooms say otherwise'}.`)
    expect(wrong).toEqual([])
  })

  it('policy takes nothing of triage but its types', () => {
    expect(
      own.filter((i) => roomOf(i.from) === 'policy' && roomOf(i.to) === 'triage' && !i.typeOnly),
    ).toEqual([])
  })

  it('only stores speak SQL', () => {
    const speakers = imports
      .filter((i) => (i.to === 'kysely' || i.to === 'pg') && !i.typeOnly && roomOf(i.from) !== 'db')
      .map((i) => i.from)
    // `ruling.ts` is the one statement that three stores share.
    expect(speakers.filter((file) => !file.endsWith('-store.ts') && file !== 'src/desk/ruling.ts')).toEqual(
      [],
    )
  })

  it('only web knows HTTP', () => {
    expect(
      imports
        .filter((i) => /^@?hono/.test(i.to) && roomOf(i.from) !== 'web' && i.from !== 'bin/serve.ts')
        .map((i) => i.from),
    ).toEqual([])
  })

  it('only config and the command read the environment', () => {
    const readers = [...below('src'), ...below('bin')].filter((file) =>
      /process\.env\b/.test(readFileSync(join(root, file), 'utf8')),
    )
    expect(readers).toEqual(['bin/postbag.ts'])
  })

  it('there are no barrels, no default exports, and no folder that is a drawer for anything', () => {
    const files = [...below('src'), ...below('bin')]
    expect(files.filter((file) => /(?:^|\/)(?:index|utils|helpers|types)(?:\.ts|\/)/.test(file))).toEqual([])
    expect(files.filter((file) => /^export default/m.test(readFileSync(join(root, file), 'utf8')))).toEqual(
      [],
    )
  })
})
