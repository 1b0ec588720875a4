import { LONGEST_PASSKEY_NAME } from '../../accounts/passkey.ts'
import { challengeIn, checkCreated, creationOptions } from '../../accounts/passkey-ceremony.ts'
import {
  addPasskey,
  findOwner,
  listPasskeys,
  makeChallenge,
  removePasskey,
  renamePasskey,
  useChallenge,
} from '../../accounts/passkey-store.ts'
import { listOwnSections } from '../../accounts/section-store.ts'
import { endSessions, listSessions, type StaffSession } from '../../accounts/session-store.ts'
import { cleanLine } from '../../comments/words.ts'
import { invariant } from '../../lib/invariant.ts'
import { accountPage } from '../pages/account-page.ts'
import { paths } from '../paths.ts'
import { type Refusal, sayRefusal } from '../refusals.ts'
import { idIn, refuse, type Visit } from '../request.ts'
import { json, privatePage, seeOther } from '../respond.ts'
import { deskFrame } from './desk.ts'
import { answerIn, deviceOf, partyOf } from './sign-in.ts'

export const sessionOf = (visit: Visit): StaffSession => {
  invariant(visit.session, 'a desk route was reached without a session')
  return visit.session
}

export const showAccount = (visit: Visit): Promise<Response> => drawAccount(visit, null)

async function drawAccount(visit: Visit, refusal: Refusal | null): Promise<Response> {
  const { ctx, now } = visit
  const { id, staff, enrolOnly } = sessionOf(visit)
  const [frame, passkeys, sessions, sections] = await Promise.all([
    deskFrame(visit),
    listPasskeys(ctx.db, staff.id),
    listSessions(ctx.db, staff.id, now),
    listOwnSections(ctx.db, staff.id),
  ])
  const said = refusal === null ? null : sayRefusal(refusal)
  const page = accountPage({
    // How much waits is for those who are in.
    frame: enrolOnly ? { ...frame, waiting: null } : frame,
    enrolOnly,
    passkeys,
    sessions,
    sessionId: id,
    sections: sections.map((section) => section.name),
    script: partyOf(visit) ? ctx.assets.paths.passkeyScript : null,
    suggestedName: deviceOf(visit),
    notice: said?.sentence ?? null,
  })
  return privatePage(page, said?.status ?? 200)
}

/** POST paths.desk.passkeyChallenges(): what the browser is to make a key for. */
export async function giveChallenge(visit: Visit): Promise<Response> {
  const { ctx, now } = visit
  const { staff } = sessionOf(visit)
  const party = partyOf(visit) ?? refuse({ code: 'passkeys_unavailable' })
  const [{ publication }, { handle, keys }, challenge] = await Promise.all([
    ctx.settings.now(),
    findOwner(ctx.db, staff.id),
    makeChallenge(ctx.db, staff.id, now),
  ])
  const options = await creationOptions(party, { ...staff, handle }, publication.name, challenge, keys)
  return json({ ok: true, options })
}

const nameIn = (visit: Visit): string =>
  Array.from(cleanLine(visit.fields.get('name')))
    .slice(0, LONGEST_PASSKEY_NAME)
    .join('')
    .trim() || deviceOf(visit)

/** POST paths.desk.passkeys(): `name`, `answer`. */
export async function enrol(visit: Visit): Promise<Response> {
  const { ctx, now } = visit
  const { id: sessionId, staff } = sessionOf(visit)
  const party = partyOf(visit) ?? refuse({ code: 'passkeys_unavailable' })
  const answer = answerIn(visit)
  const challenge = challengeIn(answer) ?? refuse({ code: 'passkey_refused' })
  if (!(await useChallenge(ctx.db, challenge, staff.id, now))) return refuse({ code: 'challenge_over' })
  const key = (await checkCreated(party, answer, challenge)) ?? refuse({ code: 'passkey_refused' })
  const added = await addPasskey(
    ctx.db,
    { ...key, name: nameIn(visit) },
    { staffId: staff.id, sessionId },
    now,
  )
  if (!added.ok) return refuse(added.refusal)
  return json({ ok: true, location: paths.desk.account() })
}

/** POST paths.desk.passkey(id): `act` = rename (`name`) or remove. */
export async function changePasskey(visit: Visit): Promise<Response> {
  const { ctx, fields, now } = visit
  const staffId = sessionOf(visit).staff.id
  const key = { id: idIn(visit.c.req.param('passkey')) ?? 0, staffId }
  if (fields.get('act') === 'rename') {
    if (!(await renamePasskey(ctx.db, key, nameIn(visit))))
      return drawAccount(visit, { code: 'passkey_missing' })
    return seeOther(paths.desk.account())
  }
  if (fields.get('act') !== 'remove') return drawAccount(visit, { code: 'passkey_missing' })
  const removed = await removePasskey(ctx.db, key, { staffId }, now)
  return removed.ok ? seeOther(paths.desk.account()) : drawAccount(visit, removed.refusal)
}

/** POST paths.desk.sessions(): `act` = end (`session`) or end_others. */
export async function changeSessions(visit: Visit): Promise<Response> {
  const { ctx, fields, now } = visit
  const own = sessionOf(visit)
  const staffId = own.staff.id
  const sessionId = idIn(fields.get('session')) ?? 0
  const which = fields.get('act') === 'end_others' ? { staffId, except: own.id } : { staffId, sessionId }
  const ended = await endSessions(ctx.db, which, { staffId }, now)
  if (ended === 0 && 'sessionId' in which) return drawAccount(visit, { code: 'session_missing' })
  return seeOther(paths.desk.account())
}
