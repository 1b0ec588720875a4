import { isRole, type Role, STAFF_SESSION_DAYS } from '../../accounts/staff.ts'
import {
  disableStaff,
  findSignInLink,
  inviteStaff,
  listStaff,
  makeSignInLink,
  signIn,
  signOut,
} from '../../accounts/staff-store.ts'
import { readEmail, readName } from '../../comments/words.ts'
import { dropCookie, readCookie, writeCookie } from '../cookies.ts'
import { deskStaffPage } from '../pages/desk-staff-page.ts'
import { signInPage } from '../pages/sign-in-page.ts'
import { paths } from '../paths.ts'
import { sayRefusal } from '../refusals.ts'
import { idIn, type Visit } from '../request.ts'
import { privatePage, seeOther } from '../respond.ts'
import { deskFrame, staffOf } from './desk.ts'

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

export async function useSignIn(visit: Visit): Promise<Response> {
  const { ctx, now } = visit
  const opened = await signIn(ctx.db, visit.c.req.param('token') ?? '', now)
  if (!opened) {
    const { publication } = await ctx.settings.now()
    return privatePage(
      signInPage({ paperName: publication.name, css: ctx.assets.paths.deskCss, link: { state: 'over' } }),
      410,
    )
  }
  writeCookie(visit.c, 'staff', opened.sessionToken, STAFF_SESSION_DAYS)
  return seeOther(paths.desk.card())
}

export async function endSession(visit: Visit): Promise<Response> {
  const token = readCookie(visit.c, 'staff')
  if (token) await signOut(visit.ctx.db, token)
  dropCookie(visit.c, 'staff')
  return seeOther(paths.front())
}

type Drawn = {
  link?: { name: string; address: string }
  typed?: { name: string; email: string; role: Role }
  refusal?: string
  status?: number
}

async function drawStaff(visit: Visit, drawn: Drawn): Promise<Response> {
  const [frame, members] = await Promise.all([deskFrame(visit), listStaff(visit.ctx.db)])
  const page = deskStaffPage({
    frame,
    staffId: staffOf(visit).id,
    members,
    link: drawn.link ?? null,
    typed: drawn.typed ?? { name: '', email: '', role: 'moderator' },
    refusal: drawn.refusal ?? null,
    notice: null,
  })
  return privatePage(page, drawn.status ?? 200)
}

export const showStaff = (visit: Visit): Promise<Response> => drawStaff(visit, {})

/** POST paths.desk.staff: `act` = invite (`name`, `email`, `role`), link or disable (`staff`). */
export async function manageStaff(visit: Visit): Promise<Response> {
  const { ctx, fields, now } = visit
  const act = fields.get('act')
  if (act === 'invite') return invite(visit)
  const staffId = idIn(fields.get('staff'))
  const member = (await listStaff(ctx.db)).find((candidate) => candidate.id === staffId)
  if (!member)
    return drawStaff(visit, { refusal: sayRefusal({ code: 'staff_malformed' }).sentence, status: 422 })
  if (act === 'disable') {
    if (member.id === staffOf(visit).id)
      return drawStaff(visit, {
        refusal: 'You cannot end your own access: another administrator can.',
        status: 422,
      })
    await disableStaff(ctx.db, member.id, { staffId: staffOf(visit).id }, now)
    return seeOther(paths.desk.staff())
  }
  return drawStaff(visit, { link: await linkFor(visit, member) })
}

async function linkFor(visit: Visit, member: { id: number; name: string }) {
  const token = await makeSignInLink(visit.ctx.db, member.id, visit.now)
  return { name: member.name, address: `${visit.ctx.config.origin}${paths.desk.signIn(token)}` }
}

async function invite(visit: Visit): Promise<Response> {
  const { ctx, fields, now } = visit
  const role = fields.get('role')
  const name = readName(fields.get('name'))
  const email = readEmail(fields.get('email'))
  const typed = {
    name: fields.get('name'),
    email: fields.get('email'),
    role: isRole(role) ? role : ('moderator' as const),
  }
  if (!name.ok) return drawStaff(visit, { typed, refusal: sayRefusal(name.refusal).sentence, status: 422 })
  if (!email.ok) return drawStaff(visit, { typed, refusal: sayRefusal(email.refusal).sentence, status: 422 })
  if (!isRole(role))
    return drawStaff(visit, { typed, refusal: sayRefusal({ code: 'staff_malformed' }).sentence, status: 422 })
  const staff = await inviteStaff(
    ctx.db,
    { name: name.value, email: email.value, role },
    { staffId: staffOf(visit).id },
    now,
  )
  return drawStaff(visit, { link: await linkFor(visit, staff) })
}
