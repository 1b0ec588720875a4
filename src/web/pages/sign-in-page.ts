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
<p>Ask an administrator for a new one. A link signs in once, within 24 hours.</p>`,
    })
  return outsidePage({
    paperName,
    css,
    title: 'Sign in to the desk',
    body: html`<h1>Sign in to the desk</h1>
<p>You are signed in as <b>${link.name}</b> on this machine, for 14 days or until you sign out. The link works once.</p>
<form method="post" action="${paths.desk.signIn(link.token)}"><button class="go">Sign in</button></form>`,
  })
}

/** Whoever comes to a page of the desk without being signed in. */
export function notSignedInPage({ paperName, css }: { paperName: string; css: string }): Html {
  return outsidePage({
    paperName,
    css,
    title: 'Not signed in',
    body: html`<h1>You are not signed in to the desk.</h1>
<p>There are no passwords here: an administrator sends you a link that signs you in.</p>
<p><a href="${paths.front()}">To the front page</a></p>`,
  })
}
