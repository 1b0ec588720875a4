import { type Html, html } from '../../lib/html.ts'

/**
 * Plain links to the networks' own share addresses (S14): no script of theirs, no tracker, no request before a reader
 * chooses one. Every value is percent-encoded; the address shared is the canonical one.
 */
export function shareTargets(headline: string, canonical: string): { name: string; href: string }[] {
  const t = encodeURIComponent(headline.toWellFormed())
  const u = encodeURIComponent(canonical)
  return [
    { name: 'Flipboard', href: `https://share.flipboard.com/bookmarklet/popout?v=2&title=${t}&url=${u}` },
    { name: 'Facebook', href: `https://www.facebook.com/sharer/sharer.php?u=${u}` },
    { name: 'X', href: `https://x.com/intent/post?url=${u}&text=${t}` },
    { name: 'WhatsApp', href: `https://wa.me/?text=${t}%20${u}` },
    { name: 'E-mail', href: `mailto:?subject=${t}&body=${u}` },
  ]
}

export function shareRow(headline: string, canonical: string): Html {
  return html`<p class="share ui"><span>Share</span> ${shareTargets(headline, canonical).map(
    ({ name, href }) => html`<a rel="nofollow" href="${href}">${name}</a> `,
  )}<a id="copy" href="${canonical}">Link</a></p>`
}
