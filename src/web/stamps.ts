import { type Html, html } from '../lib/html.ts'
import { isoAt } from '../newsroom/import/stamp.ts'

/** How a newspaper prints its times: in its own zone and language, absolute, since a kept page must not go stale. */
export type StampStyle = { language: string; zone: string }

const formats = new Map<string, Intl.DateTimeFormat>()

function format(at: Date, style: StampStyle, kind: 'long' | 'short' | 'day'): string {
  const key = `${kind}|${style.language}|${style.zone}`
  let found = formats.get(key)
  if (!found) {
    found = new Intl.DateTimeFormat(style.language, {
      timeZone: style.zone,
      day: 'numeric',
      month: kind === 'short' ? 'short' : 'long',
      ...(kind === 'short' ? {} : { year: 'numeric' }),
      ...(kind === 'day'
        ? {}
        : { hour: 'numeric', minute: '2-digit', hourCycle: style.language.startsWith('en') ? 'h12' : 'h23' }),
    })
    formats.set(key, found)
  }
  const text = found.format(at)
  // The point between hours and minutes is how the English press sets it.
  return style.language.startsWith('en') ? text.replace(' at ', ', ').replace(/(\d):(\d\d)/, '$1.$2') : text
}

/** "14 November 2026, 9.33 pm" */
export const longStamp = (at: Date, style: StampStyle): string => format(at, style, 'long')

/** HTML's `datetime`, with the offset of the paper's zone at that instant. */
export const timeElement = (at: Date, style: StampStyle): Html =>
  html`<time datetime="${isoAt(at, style.zone)}">${format(at, style, 'long')}</time>`

/** Without seconds and without the year, which the machine-readable instant has. */
export function shortTime(at: Date, style: StampStyle): Html {
  const iso = isoAt(at, style.zone)
  return html`<time datetime="${iso.slice(0, 16)}${iso.slice(19)}">${format(at, style, 'short')}</time>`
}

/**
 * For comments, a hundred to a page: an instant for machines beside that for people made up a fiftieth of it. A link to
 * a comment leads here, where another number stands anyway: that compresses better than one on the list's item.
 */
export const commentTime = (commentId: number, at: Date, style: StampStyle): Html =>
  html`<time id="c${commentId}" datetime="${isoAt(at, style.zone).slice(0, 10)}">${format(at, style, 'short')}</time>`

export const dayTime = (at: Date, style: StampStyle): Html =>
  html`<time datetime="${isoAt(at, style.zone)}">${format(at, style, 'day')}</time>`
