import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isRole, roles } from '../src/accounts/staff.ts'
import { inviteStaff, makeSignInLink } from '../src/accounts/staff-store.ts'
import { readEmail, readName } from '../src/comments/words.ts'
import { backup, restore } from '../src/db/backup.ts'
import { eraseAddress } from '../src/desk/erase-store.ts'
import { verifyLedger } from '../src/desk/ledger-store.ts'
import { readPaper, readSection } from '../src/newsroom/paper.ts'
import { savePaper } from '../src/newsroom/paper-store.ts'
import { activatePolicy } from '../src/newsroom/publication-store.ts'
import { publish, takeBack } from '../src/newsroom/publish-article.ts'
import { paths } from '../src/web/paths.ts'
import { sayRefusal } from '../src/web/refusals.ts'
import type { Command, Environment } from './command.ts'
import { importCapture, importMarkdown } from './import.ts'
import { createKey, listKeys, revokeKey } from './keys.ts'
import { configOf, paperOf, withDatabase } from './open.ts'
import { serve } from './serve.ts'
import { checkPolicy, loadPolicy } from './set-up.ts'
import { progressBar, say, UsageError } from './terminal.ts'
import { triageUsage } from './triage/usage.ts'

export const usage = `postbag serve                                    serve the paper (npm start)
postbag paper [--name N] [--short N] [--group N] [--entity N …] [--language L] [--zone Z]
              [--contact EMAIL] [--section slug=Name …]
postbag staff invite NAME EMAIL --role ROLE      print a one-time sign-in link; roles: ${roles.join(', ')}
postbag keys create NAME [--per-second N] [--unknown error|hold]   a key for a program that asks for scores, shown once
postbag keys list                                the keys, and how often each was used
postbag keys revoke ID                           from now on it opens nothing
postbag import capture FILE --zone ZONE          a saved page becomes a draft [--dry-run] [--json] [--section SLUG]
postbag import markdown FILE [--zone ZONE]       a Markdown file with front matter becomes a draft [--dry-run] [--json]
postbag article publish ID                       a draft goes out
postbag article unpublish ID                     an article is taken back
postbag policy check FILE                        say what is wrong with a policy file, by line and field
postbag policy activate FILE                     put it in force
postbag ledger verify                            recompute the hash chain; name the first row that was tampered with
${triageUsage}
postbag erase EMAIL                              remove a person's words, name and address everywhere
postbag backup FILE                              the whole database in one file
postbag restore FILE                             into an empty database`

export const commands: Record<string, Command> = {
  serve: (_, env) => serve(env),

  async paper(words, env) {
    const { values } = parseArgs({
      args: words,
      options: {
        name: { type: 'string' },
        short: { type: 'string' },
        group: { type: 'string' },
        entity: { type: 'string', multiple: true },
        language: { type: 'string' },
        zone: { type: 'string' },
        contact: { type: 'string' },
        section: { type: 'string', multiple: true },
      },
    })
    const sections = values.section?.map((text, at) => {
      const [slug = '', name = ''] = text.split('=')
      const section = readSection({ slug, name })
      if (!section.ok)
        throw new UsageError(`A section is written slug=Name, as in town=Town. ${section.refusal.sentence}`)
      return { ...section.value, position: at + 1 }
    })
    return withDatabase(env, async (database) => {
      const paper = await paperOf(database)
      const read = readPaper({
        name: values.name ?? paper.name,
        short: values.short ?? paper.shortName,
        group: values.group ?? paper.groupName,
        entities: (values.entity ?? paper.entities).join('\n'),
        language: values.language ?? paper.language,
        zone: values.zone ?? paper.zone,
        contact: values.contact ?? paper.contact,
      })
      if (!read.ok) throw new UsageError(read.refusal.sentence)
      const wanted = { ...read.value, sections: sections ?? [] }
      await savePaper(database.db, paper.id, wanted, { staffId: null }, new Date())
      say(`Saved: ${read.value.name}. A running server shows it at once.`)
      return 0
    })
  },

  async 'staff invite'(words, env) {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: { role: { type: 'string', default: 'moderator' } },
    })
    const [rawName = '', rawEmail = ''] = positionals
    const name = readName(rawName)
    const email = readEmail(rawEmail)
    if (positionals.length !== 2 || !name.ok || !email.ok)
      throw new UsageError(
        'postbag staff invite NAME EMAIL --role ROLE: a name (in quotes) and an e-mail address are needed.',
      )
    const { role } = values
    if (!isRole(role)) throw new UsageError(`“${role}” is no role. There are: ${roles.join(', ')}.`)
    const config = configOf(env)
    return withDatabase(env, async ({ db }) => {
      const now = new Date()
      const staff = await inviteStaff(
        db,
        { name: name.value, email: email.value, role },
        { staffId: null },
        now,
      )
      const token = await makeSignInLink(db, staff.id, now)
      say(`${config.origin}${paths.desk.signIn(token)}`)
      process.stderr.write(`A link for ${staff.name}, ${role}: it works once, within 24 hours.\n`)
      return 0
    })
  },

  'keys create': createKey,
  'keys list': listKeys,
  'keys revoke': revokeKey,

  'import capture': importCapture,
  'import markdown': importMarkdown,
  'article publish': (words, env) => changeArticle(words, env, 'publish'),
  'article unpublish': (words, env) => changeArticle(words, env, 'unpublish'),

  async 'policy check'([file], _env) {
    if (!file) throw new UsageError('postbag policy check FILE')
    const policy = checkPolicy(await readFile(file, 'utf8'))
    if (policy.ok) {
      say(`${file} is a policy: version ${policy.value.version}, ${policy.value.rules.length} rules.`)
      return 0
    }
    for (const problem of policy.refusal) say(`${file}: ${problem}`)
    return 1
  },

  async 'policy activate'([file], env) {
    if (!file) throw new UsageError('postbag policy activate FILE')
    return withDatabase(env, async (database) => {
      const paper = await paperOf(database)
      const now = new Date()
      const version = await loadPolicy(database.db, resolve(file), now)
      const changed = await activatePolicy(database.db, paper.id, version, { staffId: null }, now)
      say(changed ? `Policy ${version} is in force.` : `Policy ${version} was in force already.`)
      return 0
    })
  },

  async 'ledger verify'(_words, env) {
    return withDatabase(env, async ({ db }) => {
      const bar = progressBar('Verifying')
      const result = await verifyLedger(db, (position) => bar.update(position, 0))
      bar.end()
      if (result.intact) {
        say(`The ledger is whole: ${result.sealed} sealed rows, head ${result.head}`)
        return 0
      }
      const what = {
        entry_changed: 'was changed after it was sealed',
        entry_missing: 'is gone',
        seal_missing: 'has lost its seal',
      }[result.what]
      say(`The ledger was tampered with: row ${result.seq} (sealed as number ${result.position}) ${what}.`)
      return 1
    })
  },

  async erase([address], env) {
    const email = readEmail(address ?? '')
    if (!email.ok) throw new UsageError('postbag erase EMAIL: that is no e-mail address.')
    return withDatabase(env, async ({ db }) => {
      const erased = await eraseAddress(db, email.value, new Date())
      say(
        `Erased: the words and name of ${erased.comments} comments and ${erased.reports} reports, and the address. The record stays whole.`,
      )
      return 0
    })
  },

  async backup([file], env) {
    if (!file) throw new UsageError('postbag backup FILE')
    return withDatabase(env, async ({ pool }) => {
      const bar = progressBar('Backing up')
      let rows = 0
      const done = await backup(pool, resolve(file), {
        at: new Date(),
        onTable: (_, count) => {
          rows += count
          bar.update(rows, 0)
        },
      })
      bar.end()
      if (!done.ok) throw new UsageError(done.refusal.message)
      say(
        `${done.value.rows} rows of ${done.value.tables} tables in ${file} (${done.value.bytes} bytes). It holds addresses: keep it as the database is kept.`,
      )
      return 0
    })
  },

  async restore([file], env) {
    if (!file) throw new UsageError('postbag restore FILE')
    return withDatabase(env, async ({ pool }) => {
      const bar = progressBar('Restoring')
      let rows = 0
      const done = await restore(pool, resolve(file), {
        onTable: (_, count) => {
          rows += count
          bar.update(rows, 0)
        },
      })
      bar.end()
      if (!done.ok) throw new UsageError(done.refusal.message)
      say(`Restored ${done.value.rows} rows of ${done.value.tables} tables, as of ${done.value.takenAt}.`)
      return 0
    })
  },
}

async function changeArticle(
  words: string[],
  env: Environment,
  act: 'publish' | 'unpublish',
): Promise<number> {
  const id = Number(words[0])
  if (!Number.isSafeInteger(id) || id < 1) throw new UsageError(`postbag article ${act} ID`)
  return withDatabase(env, async ({ db }) => {
    const done = await (act === 'publish' ? publish : takeBack)(db, id, { staffId: null }, new Date())
    if (!done.ok) throw new UsageError(sayRefusal(done.refusal).sentence)
    say(
      act === 'publish'
        ? `Live: ${configOf(env).origin}${paths.article(done.value)}`
        : `Taken back: ${done.value.headline}`,
    )
    return 0
  })
}
