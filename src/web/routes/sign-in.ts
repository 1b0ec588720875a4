import { deviceFrom } from '../../accounts/device.ts'
import { type RelyingParty, relyingPartyOf } from '../../accounts/passkey.ts'
import {
  challengeIn,
  checkSigned,
  credentialIdIn,
  handleIn,
  requestOptions,
} from '../../accounts/passkey-ceremony.ts'
import { findPasskey, makeChallenge, signInByPasskey, useChallenge } from '../../accounts/passkey-store.ts'
import { signOut } from '../../accounts/session-store.ts'
import { STAFF_SESSION_DAYS } from '../../accounts/staff.ts'
import { askForLink, findSignInLink, signIn } from '../../accounts/staff-store.ts'
import { readEmail } from '../../comments/words.ts'
import { dropCookie, readCookie, writeCookie } from '../cookies.ts'
import { linkAskedPage, signInDoorPage, signInPage } from '../pages/sign-in-page.ts'
import { paths } from '../paths.ts'
import { sayRefusal } from '../refusals.ts'
import { refuse, type Visit } from '../request.ts'
import { json, privatePage, seeOther } from '../respond.ts'

export const partyOf = (visit: Visit): RelyingParty | undefined => relyingPartyOf(visit.ctx.config.origin)

export const deviceOf = (visit: Visit): string => deviceFrom(visit.c.req.header('user-agent'))

/** The field that script fills with what the browser answered. Anything else than an answer is refused like a wrong one. */
export function answerIn(visit: Visit): unknown {
  try {
    return JSON.parse(visit.fields.get('answer'))
  } catch {
    return undefined
  }
}

export const showSignInDoor = (visit: Visit): Promise<Response> => drawDoor(visit, '', null, 200)

async function drawDoor(
  visit: Visit,
  typed: string,
  refusal: string | null,
  status: number,
): Promise<Response> {
  const { assets, config, settings } = visit.ctx
  const { publication } = await settings.now()
  const page = signInDoorPage({
    paperName: publication.name,
    css: assets.paths.deskCss,
    script: partyOf(visit) ? assets.paths.passkeyScript : null,
    letters: config.mail || publication.demo,
    typed,
    refusal,
  })
  return privatePage(page, status)
}

/** POST paths.desk.signInDoor(): `email`. The same answer whoever works here, from the same statement. */
export async function askLink(visit: Visit): Promise<Response> {
  const { ctx, fields, now } = visit
  const email = readEmail(fields.get('email'))
  const { publication } = await ctx.settings.now()
  if (!ctx.config.mail && !publication.demo) return drawDoor(visit, fields.get('email'), null, 409)
  if (!email.ok) {
    // The domain's sentence for a missing address speaks of comments.
    const sentence = sayRefusal({ code: 'email_malformed' }).sentence
    return drawDoor(visit, fields.get('email'), sentence, 422)
  }
  await askForLink(ctx.db, email.value, now)
  return privatePage(linkAskedPage({ paperName: publication.name, css: ctx.assets.paths.deskCss }))
}

/** GET uses nothing up; the button does. */
export async function showSignIn(visit: Visit): Promise<Response> {
  const { ctx, now } = visit
  const token = visit.c.req.param('token') ?? ''
  const [{ publication }, staff] = await Promise.all([ctx.settings.now(), findSignInLink(ctx.db, token, now)])
  const page = signInPage({
    paperName: publication.name,
    css: ctx.assets.paths.deskCss,
    link: staff ? { state: 'ready', token, name: staff.name } : { state: 'over' },
  })
  return privatePage(page, staff ? 200 : 410)
}

/** Whoever has no passkey yet is offered one; whose role asks for one gets no further without. */
export async function useSignIn(visit: Visit): Promise<Response> {
  const { ctx, now } = visit
  const opened = await signIn(ctx.db, visit.c.req.param('token') ?? '', deviceOf(visit), now)
  if (!opened) {
    const { publication } = await ctx.settings.now()
    return privatePage(
      signInPage({ paperName: publication.name, css: ctx.assets.paths.deskCss, link: { state: 'over' } }),
      410,
    )
  }
  await keepSession(visit, opened.sessionToken)
  const offer = opened.enrolOnly || (!opened.hasPasskey && partyOf(visit) !== undefined)
  return seeOther(offer ? paths.desk.account() : paths.desk.card())
}

/** One browser is one session: the one it had before could not be reached any more, only be stolen. */
async function keepSession(visit: Visit, token: string): Promise<void> {
  const before = readCookie(visit.c, 'staff')
  if (before) await signOut(visit.ctx.db, before)
  writeCookie(visit.c, 'staff', token, STAFF_SESSION_DAYS)
}

export async function endSession(visit: Visit): Promise<Response> {
  const token = readCookie(visit.c, 'staff')
  if (token) await signOut(visit.ctx.db, token)
  dropCookie(visit.c, 'staff')
  return seeOther(paths.desk.signInDoor())
}

/** POST paths.desk.signInChallenges(): what the browser is to sign. */
export async function giveSignInChallenge(visit: Visit): Promise<Response> {
  const party = partyOf(visit) ?? refuse({ code: 'passkeys_unavailable' })
  const challenge = await makeChallenge(visit.ctx.db, null, visit.now)
  return json({ ok: true, options: await requestOptions(party, challenge) })
}

/** POST paths.desk.signInByPasskey(): `answer`. The challenge is used up first, so that no answer is tried twice. */
export async function signInWithPasskey(visit: Visit): Promise<Response> {
  const { ctx, now } = visit
  const party = partyOf(visit) ?? refuse({ code: 'passkeys_unavailable' })
  const answer = answerIn(visit)
  const challenge = challengeIn(answer) ?? refuse({ code: 'passkey_refused' })
  if (!(await useChallenge(ctx.db, challenge, null, now))) return refuse({ code: 'challenge_over' })
  const key = (await findPasskey(ctx.db, credentialIdIn(answer) ?? '')) ?? refuse({ code: 'passkey_refused' })
  // WebAuthn Level 3, 7.2 step 6: a key that names another owner than the one it is kept for is refused.
  if (handleIn(answer) !== key.handle) return refuse({ code: 'passkey_refused' })
  const counter = await checkSigned(party, answer, challenge, key)
  if (counter === undefined) return refuse({ code: 'passkey_refused' })
  const opened = await signInByPasskey(ctx.db, { id: key.id, counter }, deviceOf(visit), now)
  if (!opened.ok) return refuse(opened.refusal)
  await keepSession(visit, opened.value)
  return json({ ok: true, location: paths.desk.card() })
}
