import { STAFF_IDLE_DAYS, STAFF_SESSION_DAYS } from '../../accounts/staff.ts'
import { type Html, html } from '../../lib/html.ts'
import { outsidePage } from '../desk-layout.ts'
import { paths } from '../paths.ts'

export type SignInProps = {
  paperName: string
  css: string
  /**
   * `ready`: the link has not been used. `over`: it has, or its 24 hours are gone; which of the two is not said, since
   * whoever found the link need not know.
   */
  link: { state: 'ready'; token: string; name: string } | { state: 'over' }
}

/** GET paths.desk.signIn(token) uses nothing up: mail scanners open every link. The button does, by POST. */
export function signInPage({ paperName, css, link }: SignInProps): Html {
  if (link.state === 'over')
    return outsidePage({
      paperName,
      css,
      title: 'Link over',
      body: html`<h1>This link has been used, or its time is over.</h1>
<p>A link signs in once, within 24 hours. <a href="${paths.desk.signInDoor()}">Ask for a new one</a>.</p>`,
    })
  return outsidePage({
    paperName,
    css,
    title: 'Sign in to the desk',
    body: html`<h1>Sign in to the desk</h1>
<p>You are signed in as <b>${link.name}</b> on this machine, for ${STAFF_SESSION_DAYS} days, or until you sign out or have not come for ${STAFF_IDLE_DAYS}. The link works once.</p>
<form method="post" action="${paths.desk.signIn(link.token)}"><button class="go">Sign in</button></form>`,
  })
}

export type SignInDoorProps = {
  paperName: string
  css: string
  /** Null where browsers make no passkeys for this address. */
  script: string | null
  /** Whether letters leave this machine, so that a link can be asked for. */
  letters: boolean
  typed: string
  refusal: string | null
}

/**
 * GET paths.desk.signInDoor(). The first form is sent by script alone: it signs what paths.desk.signInChallenges()
 * answers. The second posts `email` to the same address as the page.
 */
export function signInDoorPage({ paperName, css, script, ...props }: SignInDoorProps): Html {
  return outsidePage({
    paperName,
    css,
    ...(script === null ? {} : { script }),
    title: 'Sign in to the desk',
    body: html`<h1>Sign in to the desk</h1>
${
  script !== null &&
  html`<form class="keyed" data-passkey="get" data-challenges="${paths.desk.signInChallenges()}" method="post" action="${paths.desk.signInByPasskey()}"><button class="go">Sign in with a passkey</button>
<p class="hint">Your finger, your face, or the PIN of this machine or of your key.</p><p class="wrong" role="alert"></p></form>`
}
${props.letters ? linkForm(props) : html`<p>No letters leave this server: an administrator gives you a link that signs you in.</p>`}`,
  })
}

const linkForm = ({ typed, refusal }: Pick<SignInDoorProps, 'typed' | 'refusal'>): Html =>
  html`<form method="post" action="${paths.desk.signInDoor()}"><h2><label for="email">A link by e-mail</label></h2>
<p class="hint">To the address that the paper has of you. It works once, within 24 hours.</p>
<p><input id="email" name="email" type="email" required maxlength="254" autocomplete="email" value="${typed}"${
    refusal !== null && html` aria-invalid="true" aria-describedby="email-wrong"`
  }></p>${refusal !== null && html`<p class="wrong" id="email-wrong" role="alert">${refusal}</p>`}
<p><button>Send me a link</button></p></form>`

/** The same to everybody, whoever works here. */
export function linkAskedPage({ paperName, css }: { paperName: string; css: string }): Html {
  return outsidePage({
    paperName,
    css,
    title: 'A link is on its way',
    body: html`<h1>If you work here, a link is on its way.</h1>
<p>It goes to the address you gave, if the paper has it and your role signs in by link. Nothing after some minutes? Ask an administrator.</p>
<p><a href="${paths.desk.signInDoor()}">Back to signing in</a></p>`,
  })
}

/** Whoever comes to a page of the desk without being signed in. */
export function notSignedInPage({ paperName, css }: { paperName: string; css: string }): Html {
  return outsidePage({
    paperName,
    css,
    title: 'Not signed in',
    body: html`<h1>You are not signed in to the desk.</h1>
<p>There are no passwords here: a passkey signs you in, or a link.</p>
<p class="next"><a class="button" href="${paths.desk.signInDoor()}">Sign in</a> <a class="button" href="${paths.front()}">To the front page</a></p>`,
  })
}

/** Whoever came by a link where the role asks for a passkey. */
export function passkeyNeededPage({ paperName, css }: { paperName: string; css: string }): Html {
  return outsidePage({
    paperName,
    css,
    title: 'A passkey is needed',
    body: html`<h1>Your role signs in with a passkey.</h1>
<p>The link you came by only serves to add one.</p>
<p class="next"><a class="button" href="${paths.desk.account()}">Add a passkey</a></p>`,
  })
}
