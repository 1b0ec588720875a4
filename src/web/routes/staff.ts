import { listPasskeys, removePasskey } from '../../accounts/passkey-store.ts'
import { listOwnSections } from '../../accounts/section-store.ts'
import { endSessions, listSessions } from '../../accounts/session-store.ts'
import { isRole, type Role, roles, type StaffChange } from '../../accounts/staff.ts'
import { changeStaff, listPasskeyRoles, requirePasskeys } from '../../accounts/staff-change-store.ts'
import {
  findStaff,
  inviteNewStaff,
  listStaff,
  makeSignInLink,
  type StaffMember,
} from '../../accounts/staff-store.ts'
import { readEmail, readName } from '../../comments/words.ts'
import { listStaffLog } from '../../desk/staff-log-store.ts'
import { deskStaffPage } from '../pages/desk-staff-page.ts'
import { staffLogPage } from '../pages/staff-log-page.ts'
import { staffMemberPage } from '../pages/staff-member-page.ts'
import { paths } from '../paths.ts'
import { type Refusal, sayRefusal } from '../refusals.ts'
import { idIn, refuse, type Visit } from '../request.ts'
import { privatePage, seeOther } from '../respond.ts'
import { sessionOf } from './account.ts'
import { deskFrame, staffOf } from './desk.ts'

type Link = { name: string; address: string }
type Drawn = {
  link?: Link
  typed?: { name: string; email: string; role: Role }
  /** Stands at the invitation. */
  refusal?: Refusal
  /** Stands at the head. */
  notice?: Refusal
}

async function drawStaff(visit: Visit, drawn: Drawn): Promise<Response> {
  const { db } = visit.ctx
  const [frame, members, passkeyRoles] = await Promise.all([
    deskFrame(visit),
    listStaff(db),
    listPasskeyRoles(db),
  ])
  const said = drawn.refusal && sayRefusal(drawn.refusal)
  const notice = drawn.notice && sayRefusal(drawn.notice)
  const page = deskStaffPage({
    frame,
    staffId: staffOf(visit).id,
    members,
    passkeyRoles,
    link: drawn.link ?? null,
    typed: drawn.typed ?? { name: '', email: '', role: 'moderator' },
    refusal: said?.sentence ?? null,
    notice: notice?.sentence ?? null,
  })
  return privatePage(page, said?.status ?? notice?.status ?? 200)
}

export const showStaff = (visit: Visit): Promise<Response> => drawStaff(visit, {})

async function linkFor(visit: Visit, member: { id: number; name: string }): Promise<Link> {
  const token = await makeSignInLink(visit.ctx.db, member.id, visit.now)
  return { name: member.name, address: `${visit.ctx.config.origin}${paths.desk.signIn(token)}` }
}

/** POST paths.desk.staff(): `name`, `email`, `role`. */
export async function invite(visit: Visit): Promise<Response> {
  const { ctx, fields, now } = visit
  const role = fields.get('role')
  const name = readName(fields.get('name'))
  const email = readEmail(fields.get('email'))
  const typed = {
    name: fields.get('name'),
    email: fields.get('email'),
    role: isRole(role) ? role : ('moderator' as const),
  }
  if (!name.ok) return drawStaff(visit, { typed, refusal: name.refusal })
  if (!email.ok || !isRole(role)) return drawStaff(visit, { typed, refusal: { code: 'staff_malformed' } })
  const person = { name: name.value, email: email.value, role }
  const invited = await inviteNewStaff(ctx.db, person, { staffId: staffOf(visit).id }, now)
  if (!invited.ok) return drawStaff(visit, { typed, refusal: invited.refusal })
  return drawStaff(visit, { link: await linkFor(visit, invited.value) })
}

/** POST paths.desk.passkeyRoles(): a field named after each role that must show one. */
export async function setPasskeyRoles(visit: Visit): Promise<Response> {
  const { ctx, fields, now } = visit
  const required = roles.filter((role) => fields.get(role) === 'yes')
  const by = { staffId: staffOf(visit).id, cameByPasskey: sessionOf(visit).method === 'passkey' }
  const set = await requirePasskeys(ctx.db, required, by, now)
  return set.ok ? seeOther(paths.desk.staff()) : drawStaff(visit, { notice: set.refusal })
}

async function memberOf(visit: Visit): Promise<StaffMember> {
  const id = idIn(visit.c.req.param('staff'))
  const member = id === undefined ? undefined : await findStaff(visit.ctx.db, id)
  return member ?? refuse({ code: 'staff_missing' })
}

export const showMember = async (visit: Visit): Promise<Response> =>
  drawMember(visit, await memberOf(visit), {})

async function drawMember(
  visit: Visit,
  member: StaffMember,
  drawn: { link?: Link; notice?: Refusal },
): Promise<Response> {
  const { ctx, now } = visit
  const [frame, passkeys, sessions, own, { sections }] = await Promise.all([
    deskFrame(visit),
    listPasskeys(ctx.db, member.id),
    listSessions(ctx.db, member.id, now),
    listOwnSections(ctx.db, member.id),
    ctx.settings.now(),
  ])
  const notice = drawn.notice && sayRefusal(drawn.notice)
  const page = staffMemberPage({
    frame,
    member,
    self: member.id === staffOf(visit).id,
    passkeys,
    sessions,
    sections,
    ownSectionIds: own.map((section) => section.id),
    link: drawn.link ?? null,
    notice: notice?.sentence ?? null,
  })
  return privatePage(page, notice?.status ?? 200)
}

/** POST paths.desk.member(id): `act`, and what belongs to it. */
export async function changeMember(visit: Visit): Promise<Response> {
  const { ctx, fields, now } = visit
  const member = await memberOf(visit)
  const by = { staffId: staffOf(visit).id }
  const sayNo = (notice: Refusal) => drawMember(visit, member, { notice })
  const back = () => seeOther(paths.desk.member(member.id))
  switch (fields.get('act')) {
    case 'link':
      if (member.disabledAt !== null) return sayNo({ code: 'staff_state' })
      return drawMember(visit, member, { link: await linkFor(visit, member) })
    case 'end_session':
    case 'end_sessions': {
      const which =
        fields.get('act') === 'end_sessions'
          ? { staffId: member.id, except: null }
          : { staffId: member.id, sessionId: idIn(fields.get('session')) ?? 0 }
      const ended = await endSessions(ctx.db, which, by, now)
      return ended === 0 ? sayNo({ code: 'session_missing' }) : back()
    }
    case 'remove_passkey': {
      const key = { id: idIn(fields.get('passkey')) ?? 0, staffId: member.id }
      const removed = await removePasskey(ctx.db, key, by, now)
      return removed.ok ? back() : sayNo(removed.refusal)
    }
  }
  const change = changeIn(visit)
  if (!change) return sayNo({ code: 'staff_malformed' })
  const changed = await changeStaff(ctx.db, member.id, change, by, now)
  if (!changed.ok) return sayNo(changed.refusal)
  ctx.changes.announce({ articleIds: [], settings: true })
  return back()
}

function changeIn({ fields }: Visit): StaffChange | undefined {
  const act = fields.get('act')
  const role = fields.get('role')
  if (act === 'deactivate' || act === 'reactivate') return { act }
  if (act === 'role') return isRole(role) ? { act, role } : undefined
  if (act !== 'sections') return undefined
  const sectionIds = fields.names().flatMap((name) => idIn(/^section-(\d+)$/.exec(name)?.[1]) ?? [])
  return { act, sectionIds }
}

const LOG_PAGE = 50

export async function showStaffLog(visit: Visit): Promise<Response> {
  const { ctx, c } = visit
  const [frame, rows, members, { sections }] = await Promise.all([
    deskFrame(visit),
    listStaffLog(ctx.db, { before: idIn(c.req.query('before')) ?? null, limit: LOG_PAGE + 1 }),
    listStaff(ctx.db),
    ctx.settings.now(),
  ])
  const entries = rows.slice(0, LOG_PAGE)
  return privatePage(
    staffLogPage({
      frame,
      entries,
      names: {
        staff: new Map(members.map((member) => [member.id, member.name])),
        sections: new Map(sections.map((section) => [section.id, section.name])),
      },
      before: rows.length > LOG_PAGE ? (entries.at(-1)?.seq ?? null) : null,
    }),
  )
}
