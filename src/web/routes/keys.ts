import { DEFAULT_PER_SECOND, isUnknownAnswer, readPerSecond } from '../../accounts/api-key.ts'
import { createApiKey, listApiKeys, revokeApiKey } from '../../accounts/api-key-store.ts'
import { readName } from '../../comments/words.ts'
import { type DeskKeysProps, deskKeysPage } from '../pages/desk-keys-page.ts'
import { paths } from '../paths.ts'
import { sayRefusal } from '../refusals.ts'
import { idIn, refuse, type Visit } from '../request.ts'
import { privatePage, seeOther } from '../respond.ts'
import { deskFrame, staffOf } from './desk.ts'

type Drawn = Partial<Pick<DeskKeysProps, 'made' | 'typed' | 'refusal'>> & { status?: number }

async function drawKeys(visit: Visit, drawn: Drawn): Promise<Response> {
  const { ctx, now } = visit
  const [frame, keys] = await Promise.all([deskFrame(visit), listApiKeys(ctx.db, now)])
  const page = deskKeysPage({
    frame,
    origin: ctx.config.origin,
    keys,
    made: drawn.made ?? null,
    typed: drawn.typed ?? { name: '', perSecond: String(DEFAULT_PER_SECOND), onUnknown: 'error' },
    refusal: drawn.refusal ?? null,
  })
  return privatePage(page, drawn.status ?? 200)
}

export const showKeys = (visit: Visit): Promise<Response> => drawKeys(visit, {})

/** POST paths.desk.keys(): `act` = create (`name`, `per_second`, `on_unknown`) or revoke (`key`). */
export async function manageKeys(visit: Visit): Promise<Response> {
  const { ctx, fields, now } = visit
  if (fields.get('act') === 'create') return makeKey(visit)
  const keyId = idIn(fields.get('key'))
  // An id beyond the column's range is no key either.
  if (keyId === undefined || keyId > 2 ** 31 - 1) return refuse({ code: 'not_found' })
  await revokeApiKey(ctx.db, keyId, { staffId: staffOf(visit).id }, now)
  ctx.changes.announce({ articleIds: [], settings: true })
  return seeOther(paths.desk.keys())
}

async function makeKey(visit: Visit): Promise<Response> {
  const { ctx, fields, now } = visit
  const name = readName(fields.get('name'))
  const perSecond = readPerSecond(fields.get('per_second'))
  const wanted = fields.get('on_unknown')
  const onUnknown = isUnknownAnswer(wanted) ? wanted : undefined
  const typed = {
    name: fields.get('name'),
    perSecond: fields.get('per_second'),
    onUnknown: onUnknown ?? ('error' as const),
  }
  if (!name.ok) return drawKeys(visit, { typed, refusal: sayRefusal(name.refusal).sentence, status: 422 })
  if (perSecond === undefined || onUnknown === undefined)
    return drawKeys(visit, { typed, refusal: sayRefusal({ code: 'key_malformed' }).sentence, status: 422 })
  const made = await createApiKey(
    ctx.db,
    { name: name.value, perSecond, onUnknown },
    { staffId: staffOf(visit).id },
    now,
  )
  ctx.changes.announce({ articleIds: [], settings: true })
  return drawKeys(visit, { made: { name: name.value, key: made.key } })
}
