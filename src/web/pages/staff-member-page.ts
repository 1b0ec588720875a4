import type { Passkey } from '../../accounts/passkey.ts'
import type { SessionRow } from '../../accounts/session-store.ts'
import { mayBeLimited } from '../../accounts/staff.ts'
import type { StaffMember } from '../../accounts/staff-store.ts'
import { type Fragment, type Html, html } from '../../lib/html.ts'
import type { Section } from '../../newsroom/article.ts'
import { type DeskFrame, deskPage, noticeLine, postForm, sayRole, tokenField } from '../desk-layout.ts'
import { paths } from '../paths.ts'
import { sessionWords } from './account-page.ts'
import { linkPart, roleChoice } from './desk-staff-page.ts'
import { stamp } from './desk-words.ts'

export type StaffMemberProps = {
  frame: DeskFrame
  member: StaffMember
  self: boolean
  passkeys: readonly Passkey[]
  sessions: readonly SessionRow[]
  sections: readonly Section[]
  ownSectionIds: readonly number[]
  link: { name: string; address: string } | null
  notice: string | null
}

/**
 * GET paths.desk.member(id). Each form posts to the same address with form_token and act: role (role), sections (a field
 * for each, `section-ID`), link, deactivate, reactivate, end_session (session), end_sessions, remove_passkey (passkey).
 */
export function staffMemberPage(props: StaffMemberProps): Html {
  const { frame, member, link, self } = props
  const gone = member.disabledAt !== null
  return deskPage({
    frame,
    here: 'staff',
    title: member.name,
    body: html`<main id="main">
${noticeLine(props.notice)}
<p><a href="${paths.desk.staff()}">All staff</a></p>
<h1>${member.name}</h1>
<p>${sayRole(member.role)}${self && ', you'}, ${member.email}${
      member.disabledAt !== null && html`. Left ${stamp(member.disabledAt, frame.paper.zone)}`
    }</p>
${link !== null && linkPart(link)}
${gone ? returnPart(props) : html`${rolePart(props)}${sectionPart(props)}${signInPart(props)}${leavePart(props)}`}
</main>`,
  })
}

const form = (props: StaffMemberProps, inner: Fragment): Html =>
  postForm(props.frame, paths.desk.member(props.member.id), inner)

const act = (name: string, words: Fragment, tone?: 'no'): Html =>
  html`<button${tone && html` class="${tone}"`} name="act" value="${name}">${words}</button>`

function rolePart(props: StaffMemberProps): Html {
  const { frame, member, self } = props
  if (self)
    return html`<section aria-labelledby="role"><h2 id="role">Role</h2><p class="soft">Nobody changes the own role: another administrator can.</p></section>`
  return html`<section>
<form class="fields" method="post" action="${paths.desk.member(member.id)}">${tokenField(frame)}${roleChoice(
    member.role,
  )}<div>${act('role', 'Set the role')}</div></form></section>`
}

function sectionPart(props: StaffMemberProps): Fragment {
  const { frame, member, sections, ownSectionIds } = props
  if (!mayBeLimited(member.role) || sections.length === 0) return null
  return html`<section aria-labelledby="sections"><h2 id="sections">Sections</h2>
<form class="fields" method="post" action="${paths.desk.member(member.id)}">${tokenField(frame)}
<p class="hint">With none chosen: the whole paper. With some: only what stands under their articles, in the queue, on cards, in decisions and take-downs.</p>
<fieldset><legend>Only these</legend>${sections.map(
    (section) =>
      html`<label><input type="checkbox" name="section-${section.id}" value="yes"${
        ownSectionIds.includes(section.id) && html` checked`
      }> <span><bdi>${section.name}</bdi></span></label>`,
  )}</fieldset><div>${act('sections', 'Set the sections')}</div></form></section>`
}

function signInPart(props: StaffMemberProps): Html {
  const { frame, passkeys, sessions } = props
  const { zone } = frame.paper
  return html`<section aria-labelledby="keys"><h2 id="keys">Sign-in</h2>
<div class="next">${form(props, act('link', 'New link'))}${
    sessions.length > 0 && form(props, act('end_sessions', 'Sign out everywhere', 'no'))
  }</div>
<h3>Passkeys</h3>${
    passkeys.length === 0
      ? html`<p class="nothing">None.</p>`
      : html`<ul class="rows">${passkeys.map(
          (key) =>
            html`<li${key.suspended && html` class="over"`}><div><p><b>${key.name}</b>${
              key.suspended && ', suspended'
            } <span>added ${stamp(key.createdAt, zone)}, ${
              key.lastUsedAt === null ? 'not used yet' : html`last used ${stamp(key.lastUsedAt, zone)}`
            }</span></p></div><div class="doing">${form(
              props,
              html`<input type="hidden" name="passkey" value="${key.id}"><button class="no" name="act" value="remove_passkey" aria-label="Take away the passkey ${key.name}">Take away</button>`,
            )}</div></li>`,
        )}</ul>`
  }
<h3>Sessions</h3>${
    sessions.length === 0
      ? html`<p class="nothing">None.</p>`
      : html`<ul class="rows">${sessions.map(
          (session) =>
            html`<li><div><p>${sessionWords(session, zone)}</p></div><div class="doing">${form(
              props,
              html`<input type="hidden" name="session" value="${session.id}"><button name="act" value="end_session" aria-label="Sign out ${session.device}">Sign out</button>`,
            )}</div></li>`,
        )}</ul>`
  }</section>`
}

const leavePart = (props: StaffMemberProps): Fragment =>
  !props.self &&
  html`<section aria-labelledby="leave"><h2 id="leave">Access</h2>
<p class="hint">Sessions, links and claims end at once, on every machine. Decisions stay theirs.</p>
<div class="next">${form(props, act('deactivate', 'Close access', 'no'))}</div></section>`

const returnPart = (props: StaffMemberProps): Html =>
  html`<section aria-labelledby="return"><h2 id="return">Access</h2>
<p class="hint">With the role and the passkeys of before; a link is made apart.</p>
<div class="next">${form(props, act('reactivate', 'Open access again'))}</div></section>`
