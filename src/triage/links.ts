import { LinkifyIt } from 'linkify-it'
import { parse } from 'tldts'
import { findContacts } from './contacts.ts'
import { domainOf, isLookAlike, isShortener } from './domains.ts'
import { type Joining, looksLikeProse } from './prose.ts'
import { type Reading, rawSpan } from './reading.ts'
import { undisguised } from './undisguise.ts'

/**
 * `disguised`: written out, imitating another name, or showing a name before an @. `shortened`: by a service that hides
 * where it leads.
 */
export type LinkKind = 'link' | 'disguised' | 'shortened' | 'ip' | 'email' | 'phone' | 'handle'

export type LinkFound = {
  /** UTF-16 offsets in the raw text. */
  start: number
  end: number
  text: string
  kind: LinkKind
  /** Where it may lead once the desk allows it: http and https only, never where the reader is shown another name. */
  href: string | null
  /** The registrable domain, in ASCII. */
  domain: string | null
}

type Target = Pick<LinkFound, 'kind' | 'href' | 'domain'>
/** A piece of a reading, and what it leads to. */
type Seen = Target & { from: number; to: number }

const linkify = new LinkifyIt({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false, urlAuth: true })

/**
 * Everything in a text that leads out of the paper, in order, without overlaps. Never fetches anything. In doubt a
 * string counts as a link: the price of a false alarm is a look by the desk. Time is linear in the text's length.
 */
export function findLinks(text: string): LinkFound[] {
  const reading = undisguised(text)
  const taken = new Uint8Array(text.length)
  const found: LinkFound[] = []
  const add = (link: LinkFound): void => {
    if (taken[link.start] || taken[link.end - 1]) return
    taken.fill(1, link.start, link.end)
    found.push(link)
  }
  for (const finder of [withScheme, emailAddresses, withoutScheme, numericAddresses])
    for (const seen of finder(reading)) add(inRawText(reading, seen))
  for (const contact of findContacts(text)) add({ ...contact, href: null, domain: null })
  return found.sort((a, b) => a.start - b.start)
}

/** What was read otherwise than it was typed is disguised, and never becomes a link. */
function inRawText(reading: Reading, { from, to, ...target }: Seen): LinkFound {
  const { start, end } = rawSpan(reading, from, to)
  const typed = reading.raw.slice(start, end)
  if (typed === reading.text.slice(from, to)) return { start, end, text: typed, ...target }
  const kind = target.kind === 'email' ? 'email' : 'disguised'
  return { start, end, text: typed, kind, href: null, domain: target.domain }
}

/** No link holds a space; longer ones than this are cut. Keeps the library's own look-ahead within bounds. */
const LONGEST_LINK = 2_000
const words = new RegExp(`\\S{1,${LONGEST_LINK}}`, 'g')

/** `http://…`, `mailto:` and their like: linkify-it knows where they end in prose. */
function* withScheme({ text }: Reading): Generator<Seen> {
  if (!/\/\/|mailto:/i.test(text)) return
  for (const word of text.matchAll(words)) {
    if (!/\/\/|mailto:/i.test(word[0])) continue
    for (const match of linkify.match(word[0]) ?? []) {
      const span = { from: word.index + match.index, to: word.index + match.lastIndex }
      if (match.schema === 'mailto:') {
        const host = match.url.split('?')[0]?.split('@').at(-1) ?? ''
        yield { ...span, kind: 'email', href: null, domain: domainOf(host) }
      } else yield { ...span, ...targetOf(match.url) }
    }
  }
}

/** Where an address leads, by the WHATWG URL standard: as a browser would read it, not as it looks. */
function targetOf(address: string): Target {
  const whole = address.startsWith('//') ? `https:${address}` : address
  const url = URL.canParse(whole) ? new URL(whole) : undefined
  if (!url) return { kind: 'link', href: null, domain: null }
  const isIp = parse(url.hostname).isIp === true
  const domain = isIp ? url.hostname : (domainOf(url.hostname) ?? url.hostname)
  // `paper.example@elsewhere.example` shows one name and leads to another.
  const masked = url.username !== '' || url.password !== ''
  const web = url.protocol === 'http:' || url.protocol === 'https:'
  if (masked || isLookAlike(url.hostname)) return { kind: 'disguised', href: null, domain }
  const kind = isIp ? 'ip' : isShortener(domain) ? 'shortened' : 'link'
  return { kind, href: web ? url.href : null, domain }
}

const label = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}-]{0,61}[\\p{L}\\p{N}\\p{M}])?'
const host = `(?:${label}\\.){1,8}(?:xn--[a-z0-9-]{2,59}|[\\p{L}\\p{M}]{2,63})`
const notInWord = '(?<![\\p{L}\\p{N}\\p{M}])'
const mailbox = "[\\p{L}\\p{N}][\\p{L}\\p{N}.!#$%&'*+=?^_{|}~-]{0,63}"
const bareAddress = new RegExp(`${notInWord}${mailbox}@(${host})(?![\\p{L}\\p{N}@])`, 'giu')
const bareHost = new RegExp(
  `${notInWord}(${host})(?![\\p{L}\\p{N}@])((?::\\d{1,5})?(?:[/?#][^\\s<>"“”]{0,${LONGEST_LINK}})?)`,
  'giu',
)

/** `name@example.org` (RFC 5322's usual form), under any suffix that exists. */
function* emailAddresses({ text }: Reading): Generator<Seen> {
  if (!text.includes('@')) return
  for (const match of text.matchAll(bareAddress)) {
    const domain = domainOf(match[1] ?? '')
    if (domain === null) continue
    yield { from: match.index, to: match.index + match[0].length, kind: 'email', href: null, domain }
  }
}

/** A dot between two words, not behind one: without it no pattern below can match, and most texts have none. */
const innerDot = /[^\s.]\.[^\s.]/
/** Domains as they stand in a sentence. */
function* withoutScheme(reading: Reading): Generator<Seen> {
  if (!innerDot.test(reading.text)) return
  for (const match of reading.text.matchAll(bareHost)) {
    const [, name = '', rest = ''] = match
    if (domainOf(name) === null) continue
    const from = match.index
    const hostEnd = from + name.length
    const tail = trimmedTail(rest)
    const after = tail || reading.text.slice(hostEnd, hostEnd + 20)
    if (looksLikeProse(name, after, joiningOf(reading, from, hostEnd))) continue
    yield { from, to: hostEnd + tail.length, ...targetOf(`https://${name}${tail}`) }
  }
}

function joiningOf(reading: Reading, from: number, to: number): Joining {
  const { start, end } = rawSpan(reading, from, to)
  const typed = reading.raw.slice(start, end)
  if (typed === reading.text.slice(from, to)) return 'typed'
  return /[\s,]/.test(typed) && !/[([{<*_"]/.test(typed) ? 'loose' : 'deliberate'
}

/** Without the full stop, comma or bracket of the sentence it stands in; `a_(b)` keeps its own bracket. */
function trimmedTail(rest: string): string {
  let unopened = 0
  for (const character of rest) unopened += character === ')' ? 1 : character === '(' ? -1 : 0
  let end = rest.length
  for (; end > 0; end--) {
    const last = rest.charAt(end - 1)
    if (last === ')' && unopened <= 0) break
    if (!".,;:!?)]}'’".includes(last)) break
    if (last === ')') unopened--
  }
  return rest.slice(0, end)
}

const octets =
  /(?<![\d.])(?<!\b(?:chapter|clause|paragraph|release|section|v|ver|version)\.?\s)((?:\d{1,3}\.){3}\d{1,3})(?![\d.]*\d)(?::\d{1,5})?(?:\/[^\s<>"]{0,500})?/gi

/** IPv4 addresses without a scheme (RFC 791); a section's or a release's number of four parts is none. */
function* numericAddresses({ text }: Reading): Generator<Seen> {
  if (!innerDot.test(text)) return
  for (const match of text.matchAll(octets)) {
    const [whole, address = ''] = match
    if (address.split('.').some((octet) => Number(octet) > 255)) continue
    yield { from: match.index, to: match.index + whole.length, kind: 'ip', href: null, domain: address }
  }
}
