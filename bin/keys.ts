import { parseArgs } from 'node:util'
import {
  DEFAULT_PER_SECOND,
  isUnknownAnswer,
  MOST_PER_SECOND,
  readPerSecond,
  unknownAnswers,
} from '../src/accounts/api-key.ts'
import { type ApiKeyRow, createApiKey, listApiKeys, revokeApiKey } from '../src/accounts/api-key-store.ts'
import { readName } from '../src/comments/words.ts'
import type { Environment } from './command.ts'
import { configOf, withDatabase } from './open.ts'
import { say, UsageError } from './terminal.ts'

/** `postbag keys create NAME`: the key goes to the output, once, and what to know of it to the other stream. */
export async function createKey(words: string[], env: Environment): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      'per-second': { type: 'string', default: String(DEFAULT_PER_SECOND) },
      unknown: { type: 'string', default: 'error' },
    },
  })
  const name = readName(positionals[0] ?? '')
  if (positionals.length !== 1 || !name.ok)
    throw new UsageError('postbag keys create NAME: say in a word whose program it is for, such as Coral.')
  const perSecond = readPerSecond(values['per-second'])
  if (perSecond === undefined)
    throw new UsageError(`--per-second is a number from 1 to ${MOST_PER_SECOND.toLocaleString('en-GB')}.`)
  const onUnknown = values.unknown
  if (!isUnknownAnswer(onUnknown)) throw new UsageError(`--unknown is ${unknownAnswers.join(' or ')}.`)
  return withDatabase(env, async ({ db }) => {
    const made = await createApiKey(
      db,
      { name: name.value, perSecond, onUnknown },
      { staffId: null },
      new Date(),
    )
    say(made.key)
    process.stderr.write(
      `Key ${made.id}, for ${name.value}: it is shown this once. The endpoint is ${configOf(env).origin}/v1alpha1\n`,
    )
    return 0
  })
}

export async function listKeys(_words: string[], env: Environment): Promise<number> {
  return withDatabase(env, async ({ db }) => {
    const keys = await listApiKeys(db, new Date())
    for (const key of keys) say(keyLine(key))
    if (keys.length === 0) say('There is no key, and so nothing is scored for other programs.')
    return 0
  })
}

function keyLine(key: ApiKeyRow): string {
  const state = key.revokedAt
    ? `revoked ${key.revokedAt.toISOString().slice(0, 10)}`
    : `${key.perSecond} a second`
  const { scored, unscored, suggested, refused } = key.month
  return `${key.id}  ${key.prefix}…  ${key.name}  ${state}; in 30 days ${scored} scored, ${unscored} not scorable, ${suggested} suggested, ${refused} too fast`
}

export async function revokeKey([word]: string[], env: Environment): Promise<number> {
  const id = /^[1-9]\d{0,8}$/.test(word ?? '') ? Number(word) : undefined
  if (id === undefined)
    throw new UsageError('postbag keys revoke ID: the number that `postbag keys list` shows.')
  return withDatabase(env, async ({ db }) => {
    const revoked = await revokeApiKey(db, id, { staffId: null }, new Date())
    if (!revoked) throw new UsageError(`There is no working key with the number ${id}.`)
    say(`Key ${id} is revoked: a running server refuses it within a second.`)
    return 0
  })
}
