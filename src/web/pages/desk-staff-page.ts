import { type Role, roles, staffMay } from '../../accounts/staff.ts'
import type { StaffMember } from '../../accounts/staff-store.ts'
import { type Html, html, listed } from '../../lib/html.ts'
import { type DeskFrame, deskPage, noticeLine, sayRole, tokenField } from '../desk-layout.ts'
import { paths } from '../paths.ts'
import { stamp } from './desk-words.ts'
import { staffTabs } from './staff-tabs.ts'

export type DeskStaffProps = {
  frame: DeskFrame
  staffId: number
  members: readonly StaffMember[]
  /** Roles that must show a passkey. */
  passkeyRoles: readonly Role[]
  /** A link just made, shown once; null as a rule. */
  link: { name: string; address: string } | null
  /** What was typed into an invitation that was refused. */
  typed: { name: string; email: string; role: Role }
  refusal: string | null
  notice: string | null
}

/**
 * GET paths.desk.staff(). Administrators post an invitation to the same address (form_token, name, email, role) and the
 * roles that must show a passkey to paths.desk.passkeyRoles() (form_token, a field named after each role).
 */
export function deskStaffPage(props: DeskStaffProps): Html {
  const { frame, link } = props
  const manages = staffMay('manage_staff', frame.staff)
  return deskPage({
    frame,
    here: 'staff',
    title: 'Staff',
    body: html`<main id="main">
${noticeLine(props.notice)}
<h1>Staff</h1>
<p>There are no passwords: a passkey signs in, or a link, once and within 24 hours.</p>
${staffTabs(frame, 'staff')}
${link !== null && linkPart(link)}
<ol class="rows">${props.members.map((member) => memberRow(member, props, manages))}</ol>
${
  manages
    ? html`${invitePart(props)}${passkeyPart(props)}`
    : html`<p class="next soft">Administrators invite staff and close their access.</p>`
}
</main>`,
  })
}

export const linkPart = (link: { name: string; address: string }): Html =>
  html`<section aria-labelledby="link"><h2 id="link">A link for ${link.name}</h2><p class="source">${link.address}</p>
<p class="hint">It is shown this once. Give it to ${link.name} alone: whoever opens it is ${link.name} to the desk.</p></section>`

function memberRow(member: StaffMember, { frame, staffId }: DeskStaffProps, manages: boolean): Html {
  const gone = member.disabledAt !== null
  const passkeys =
    member.passkeys === 0 ? 'no passkey' : member.passkeys === 1 ? '1 passkey' : `${member.passkeys} passkeys`
  return html`<li${gone && html` class="over"`}><div><p><b>${member.name}</b> <span>${sayRole(member.role)}${
    member.id === staffId && ', you'
  }${member.disabledAt !== null && html`, left ${stamp(member.disabledAt, frame.paper.zone)}`}</span></p>${
    member.sections.length > 0 && html`<p><span>Only ${listed(member.sections)}</span></p>`
  }${manages && html`<p><span>${member.email}, ${passkeys}</span></p>`}</div>${
    manages &&
    html`<div class="doing"><a class="button" href="${paths.desk.member(member.id)}" aria-label="Change ${member.name}">Change</a></div>`
  }</li>`
}

const mayWords: Record<Role, string> = {
  moderator: 'decides, and undoes own decisions',
  senior: 'also undoes others’ decisions, takes down threads and commenters',
  editor: 'also publishes articles, sets how comments open, takes down all under an article or in the paper',
  administrator: 'also invites staff, sets the paper up, and makes keys for other programs',
}

export const roleChoice = (chosen: Role): Html =>
  html`<fieldset><legend>Role</legend>${roles.map(
    (role) =>
      html`<label><input type="radio" name="role" value="${role}"${role === chosen && html` checked`}> <span>${sayRole(
        role,
      )}: <span class="soft">${mayWords[role]}</span></span></label>`,
  )}</fieldset>`

function invitePart({ frame, typed, refusal }: DeskStaffProps): Html {
  return html`<section aria-labelledby="invite"><h2 id="invite">Invite</h2>
<form class="fields" method="post" action="${paths.desk.staff()}">${tokenField(frame)}
<div><label for="name">Name</label><input id="name" name="name" required maxlength="60" autocomplete="off" value="${typed.name}"></div>
<div><label for="email">E-mail address</label><input id="email" name="email" type="email" required maxlength="254" autocomplete="off" value="${typed.email}"></div>
${roleChoice(typed.role)}
${refusal !== null && html`<p class="wrong" role="alert">${refusal}</p>`}
<div><button>Invite</button></div></form></section>`
}

function passkeyPart({ frame, passkeyRoles }: DeskStaffProps): Html {
  return html`<section aria-labelledby="passkeys"><h2 id="passkeys">Who must sign in with a passkey</h2>
<form class="fields" method="post" action="${paths.desk.passkeyRoles()}">${tokenField(frame)}
<p class="hint">A link then only serves to add a passkey, and whoever has one gets no link by e-mail: an administrator makes it here.</p>
<fieldset><legend>Roles</legend>${roles.map(
    (role) =>
      html`<label><input type="checkbox" name="${role}" value="yes"${
        passkeyRoles.includes(role) && html` checked`
      }> <span>${sayRole(role)}</span></label>`,
  )}</fieldset>
<div><button>Set</button></div></form></section>`
}
