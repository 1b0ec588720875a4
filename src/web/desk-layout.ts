import { type Role, staffMay } from '../accounts/staff.ts'
import { type Fragment, type Html, html } from '../lib/html.ts'
import { paths } from './paths.ts'

/** What every page of the desk and the newsroom stands in. */
export type DeskFrame = {
  paper: { name: string; shortName: string; zone: string }
  staff: { name: string; role: Role }
  formToken: string
  /** Addresses of the style sheet and the script. */
  assets: { css: string; script: string }
  /** Comments in the queue; null where it was not counted. */
  waiting: number | null
  now: Date
}

export type DeskPlace =
  | 'card'
  | 'queue'
  | 'find'
  | 'decided'
  | 'takedowns'
  | 'staff'
  | 'unread'
  | 'learning'
  | 'newsroom'
  | 'account'
  | 'keys'
  | 'writers'
  | 'threads'
  | 'second_looks'

const roleWords: Record<Role, string> = {
  moderator: 'moderator',
  senior: 'senior moderator',
  editor: 'editor',
  administrator: 'administrator',
}

export const sayRole = (role: Role): string => roleWords[role]

/** Capital at the start of a line: "the Courier" is how sentences call it. */
const atStart = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** Tokens, since a signed-in form acts in the name of a person. */
export const tokenField = (frame: { formToken: string }): Html =>
  html`<input type="hidden" name="form_token" value="${frame.formToken}">`

/** One act, one button, no script. */
export const postForm = (frame: { formToken: string }, action: string, inner: Fragment): Html =>
  html`<form method="post" action="${action}">${tokenField(frame)}${inner}</form>`

/** An address of `paths` with its question: keyset pages and choices; what is null is left out. */
export function withQuery(path: string, query: Record<string, string | number | null>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`
}

export const noticeLine = (notice: string | null): Fragment =>
  notice !== null && html`<p class="notice" role="status">${notice}</p>`

type Head = { title: string; paperName: string; css: string; scripts: readonly string[] }

const head = ({ title, paperName, css, scripts }: Head): Html =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="same-origin">
<meta name="color-scheme" content="light dark">
<title>${title} – ${paperName}</title>
<link rel="stylesheet" href="${css}">
${scripts.map((script) => html`<script type="module" src="${script}"></script>`)}
</head>
`

function navigation(frame: DeskFrame, here: DeskPlace): Html {
  const items: [DeskPlace, string, string][] = [
    ['card', paths.desk.card(), 'Card'],
    ['queue', paths.desk.queue(), 'Queue'],
    ['find', paths.desk.find(), 'Find'],
    ['decided', paths.desk.decided(), 'Decided'],
    ['takedowns', paths.desk.takedowns(), 'Take-downs'],
    ['threads', paths.desk.threads(), 'Threads'],
    ['second_looks', paths.desk.secondLooks(), 'Looks'],
    ['staff', paths.desk.staff(), 'Staff'],
  ]
  if (staffMay('disarm_unread', frame.staff)) items.push(['unread', paths.desk.unread(), 'Unread'])
  if (staffMay('edit_articles', frame.staff))
    items.push(
      ['learning', paths.desk.learning(), 'Learning'],
      ['newsroom', paths.newsroom.articles(), 'Newsroom'],
    )
  if (staffMay('manage_keys', frame.staff)) items.push(['keys', paths.desk.keys(), 'Keys'])
  return html`<nav aria-label="Desk">${items.map(
    ([place, address, name]) =>
      html`<a href="${address}"${here === place && html` aria-current="page"`}>${name}${
        place === 'queue' && frame.waiting !== null && html` <b>${frame.waiting.toLocaleString('en-GB')}</b>`
      }</a>`,
  )}</nav>`
}

export type DeskPage = {
  frame: DeskFrame
  title: string
  here: DeskPlace
  /** The three zones of the card fill the window and never move; all else is a page that scrolls. */
  zones?: boolean
  /** Beside the desk's own. */
  script?: string
  body: Html
}

export function deskPage({ frame, title, here, zones = false, script, body }: DeskPage): Html {
  const { paper, staff, assets } = frame
  return html`${head({
    title,
    paperName: paper.name,
    css: assets.css,
    scripts: script === undefined ? [assets.script] : [assets.script, script],
  })}<body class="${zones ? 'zones' : 'page'}">
<a class="skip" href="#main">Skip to the page</a>
<header class="top">
<p class="name"><a href="${paths.front()}">${atStart(paper.shortName)}</a> <span>Desk</span></p>
${navigation(frame, here)}
<div class="me"><span><a href="${paths.desk.account()}"${
    here === 'account' && html` aria-current="page"`
  }>${staff.name}</a><i>, ${sayRole(staff.role)}</i></span>
${postForm(frame, paths.desk.signOut(), html`<button class="plain">Sign out</button>`)}</div>
</header>
${body}
</body>
</html>
`
}

/** For those who are not signed in: nothing of the desk is shown. */
export function outsidePage(props: {
  paperName: string
  css: string
  title: string
  script?: string
  body: Html
}): Html {
  return html`${head({ ...props, scripts: props.script === undefined ? [] : [props.script] })}<body class="outside">
<main id="main">
<p class="name">${props.paperName}</p>
${props.body}
</main>
</body>
</html>
`
}
