import { type Role, roles, type Staff, staffMay } from '../../accounts/staff.ts'
import { type Fragment, type Html, html } from '../../lib/html.ts'
import { type DeskFrame, deskPage, noticeLine, postForm, sayRole, tokenField } from '../desk-layout.ts'
import { paths } from '../paths.ts'
import { stamp } from './desk-words.ts'

export type DeskStaffProps = {
  frame: DeskFrame
  staffId: number
  members: readonly (Staff & { disabledAt: Date | null })[]
  /** A link just made, shown once; null as a rule. Where letters are sent, one carries it as well. */
  link: { name: string; address: string } | null
  /** What was typed into an invitation that was refused. */
  typed: { name: string; email: string; role: Role }
  refusal: string | null
  notice: string | null
}

/**
 * GET paths.desk.staff(). Administrators post to the same address: form_token and act:
 * act = invite with name, email, role; act = link or disable with staff (an id).
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
<p>There are no passwords: a link signs in once, within 24 hours.</p>
${
  link !== null &&
  html`<section aria-labelledby="link"><h2 id="link">A link for ${link.name}</h2><p class="source">${link.address}</p>
<p class="hint">It is shown this once. Give it to ${link.name} alone: whoever opens it is ${link.name} to the desk.</p></section>`
}
<ol class="rows">${props.members.map((member) => memberRow(member, props, manages))}</ol>
${manages ? invitePart(props) : html`<p class="next soft">Administrators invite staff and close their access.</p>`}
</main>`,
  })
}

function memberRow(
  member: DeskStaffProps['members'][number],
  { frame, staffId }: DeskStaffProps,
  manages: boolean,
): Html {
  const gone = member.disabledAt !== null
  return html`<li${gone && html` class="over"`}><div><p><b>${member.name}</b> <span>${sayRole(member.role)}${
    member.id === staffId && ', you'
  }${member.disabledAt !== null && html`, left ${stamp(member.disabledAt, frame.paper.zone)}`}</span></p>${
    manages && html`<p><span>${member.email}</span></p>`
  }</div><div class="doing">${manages && !gone && memberActs(member, frame, member.id === staffId)}</div></li>`
}

/** Nobody locks themselves out: the last administrator would take the key along. */
function memberActs(member: Staff, frame: DeskFrame, self: boolean): Fragment {
  const id = html`<input type="hidden" name="staff" value="${member.id}">`
  return html`${postForm(frame, paths.desk.staff(), html`${id}<button name="act" value="link">New link</button>`)}${
    !self &&
    postForm(
      frame,
      paths.desk.staff(),
      html`${id}<button class="no" name="act" value="disable">Close access</button>`,
    )
  }`
}

const mayWords: Record<Role, string> = {
  moderator: 'decides, and undoes own decisions',
  senior: 'also undoes others’ decisions, takes down threads and commenters',
  editor: 'also publishes articles, sets how comments open, takes down all under an article or in the paper',
  administrator: 'also invites staff, and makes keys for other programs',
}

function invitePart({ frame, typed, refusal }: DeskStaffProps): Html {
  return html`<section aria-labelledby="invite"><h2 id="invite">Invite</h2>
<form class="fields" method="post" action="${paths.desk.staff()}">${tokenField(frame)}<input type="hidden" name="act" value="invite">
<div><label for="name">Name</label><input id="name" name="name" required maxlength="60" autocomplete="off" value="${typed.name}"></div>
<div><label for="email">E-mail address</label><input id="email" name="email" type="email" required maxlength="254" autocomplete="off" value="${typed.email}"></div>
<fieldset><legend>Role</legend>${roles.map(
    (role) =>
      html`<label><input type="radio" name="role" value="${role}"${role === typed.role && html` checked`}> <span>${sayRole(
        role,
      )}: <span class="soft">${mayWords[role]}</span></span></label>`,
  )}</fieldset>
${refusal !== null && html`<p class="wrong" role="alert">${refusal}</p>`}
<div><button>Invite</button></div></form></section>`
}
