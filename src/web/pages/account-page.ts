import type { Passkey } from '../../accounts/passkey.ts'
import { LONGEST_PASSKEY_NAME } from '../../accounts/passkey.ts'
import type { SessionRow } from '../../accounts/session-store.ts'
import { STAFF_IDLE_DAYS, STAFF_SESSION_DAYS } from '../../accounts/staff.ts'
import { type Fragment, type Html, html } from '../../lib/html.ts'
import { type DeskFrame, deskPage, noticeLine, postForm, tokenField } from '../desk-layout.ts'
import { paths } from '../paths.ts'
import { stamp } from './desk-words.ts'

export type AccountProps = {
  frame: DeskFrame
  /** Came by a link, and the role asks for a passkey: nothing else opens. */
  enrolOnly: boolean
  passkeys: readonly Passkey[]
  sessions: readonly SessionRow[]
  /** The one this page was asked with. */
  sessionId: number
  sections: readonly string[]
  /** Null where browsers make no passkeys for this address. */
  script: string | null
  /** What a new passkey is called until its owner says otherwise. */
  suggestedName: string
  notice: string | null
}

/** GET paths.desk.account(): one's own passkeys and sessions. */
export function accountPage(props: AccountProps): Html {
  const { frame, script } = props
  return deskPage({
    frame,
    here: 'account',
    title: 'Your sign-in',
    ...(script === null ? {} : { script }),
    body: html`<main id="main">
${noticeLine(props.notice)}
<h1>Your sign-in</h1>
${welcome(props)}
${props.sections.length > 0 && html`<p>Your sections: ${props.sections.join(', ')}.</p>`}
<section aria-labelledby="passkeys"><h2 id="passkeys">Passkeys</h2>
${
  props.passkeys.length === 0
    ? html`<p class="nothing">None yet.</p>`
    : html`<ul class="rows">${props.passkeys.map((key) => passkeyRow(key, frame))}</ul>`
}
${addPart(props)}</section>
<section aria-labelledby="sessions"><h2 id="sessions">Where you are signed in</h2>
<p class="hint">A session ends after ${STAFF_SESSION_DAYS} days, or when it was not used for ${STAFF_IDLE_DAYS}.</p>
<ul class="rows">${props.sessions.map((session) => sessionRow(session, props))}</ul>
${
  props.sessions.length > 1 &&
  html`<div class="next">${postForm(
    frame,
    paths.desk.sessions(),
    html`<button class="no" name="act" value="end_others">Sign out everywhere else</button>`,
  )}</div>`
}</section>
</main>`,
  })
}

function welcome({ enrolOnly, passkeys, script }: AccountProps): Fragment {
  if (enrolOnly)
    return html`<p><b>Your role signs in with a passkey.</b> The link you came by only serves to add one; the desk opens then.</p>`
  const desk = html`<a class="button" href="${paths.desk.card()}">To the desk</a>`
  if (passkeys.length > 0 || script === null) return html`<p class="next">${desk}</p>`
  return html`<p>You are signed in. With a passkey you need no link next time: it stays on this machine or in your password manager, opens with your finger, face or PIN, and cannot be given away on a false page.</p>
<p class="next">${desk}</p>`
}

function passkeyRow(key: Passkey, frame: DeskFrame): Html {
  const { zone } = frame.paper
  const used = key.lastUsedAt === null ? 'not used yet' : html`last used ${stamp(key.lastUsedAt, zone)}`
  return html`<li${key.suspended && html` class="over"`}><div><form class="inline" method="post" action="${paths.desk.passkey(
    key.id,
  )}">${tokenField(frame)}<div><label for="key-${key.id}">Name</label>
<input id="key-${key.id}" name="name" required maxlength="${LONGEST_PASSKEY_NAME}" autocomplete="off" value="${key.name}"></div><button name="act" value="rename">Rename</button></form>
<p><span>${
    key.suspended ? 'Suspended: it was used in two places. ' : ''
  }Added ${stamp(key.createdAt, zone)}, ${used}</span></p></div><div class="doing">${postForm(
    frame,
    paths.desk.passkey(key.id),
    html`<button class="no" name="act" value="remove" aria-label="Take away the passkey ${key.name}">Take away</button>`,
  )}</div></li>`
}

function addPart({ frame, script, suggestedName }: AccountProps): Html {
  if (script === null)
    return html`<p class="hint">Browsers make no passkeys for the address of this server: they need a name and https.</p>`
  return html`<p class="unkeyed hint">To add a passkey your browser must run script and know passkeys. The link works without.</p>
<form class="fields keyed" data-passkey="add" data-challenges="${paths.desk.passkeyChallenges()}" method="post" action="${paths.desk.passkeys()}">${tokenField(
    frame,
  )}<div><label for="passkey-name">Name of the new passkey</label>
<input id="passkey-name" name="name" required maxlength="${LONGEST_PASSKEY_NAME}" autocomplete="off" value="${suggestedName}"></div>
<p class="wrong" role="alert"></p>
<div><button class="go">Add a passkey</button></div></form>`
}

export function sessionWords(session: SessionRow, zone: string): Html {
  return html`<b>${session.device}</b>, by ${session.method} <span>since ${stamp(
    session.createdAt,
    zone,
  )}, last seen ${stamp(session.seenAt, zone)}</span>`
}

function sessionRow(session: SessionRow, { frame, sessionId }: AccountProps): Html {
  const own = session.id === sessionId
  return html`<li><div><p>${sessionWords(session, frame.paper.zone)}${own && html` <b>This one.</b>`}</p></div>${
    !own &&
    html`<div class="doing">${postForm(
      frame,
      paths.desk.sessions(),
      html`<input type="hidden" name="session" value="${session.id}"><button name="act" value="end" aria-label="Sign out ${session.device}">Sign out</button>`,
    )}</div>`
  }</li>`
}
