import { type Html, html } from '../../lib/html.ts'
import { paths } from '../paths.ts'

/** What the desk decided, as single decisions, as batches, and as what the rules mean. */
export function decidedTabs(here: 'decided' | 'batches' | 'examples'): Html {
  const tabs = [
    ['decided', paths.desk.decided(), 'One by one'],
    ['batches', paths.desk.batches(), 'At once'],
    ['examples', paths.desk.examples(), 'Examples'],
  ] as const
  return html`<nav class="tabs" aria-label="What was decided">${tabs.map(
    ([name, address, words]) =>
      html`<a href="${address}"${name === here && html` aria-current="page"`}>${words}</a>`,
  )}</nav>`
}
