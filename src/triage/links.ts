import { LinkifyIt } from 'linkify-it'
import { parse } from 'tldts'

export type LinkKind = 'link' | 'disguised' | 'ip' | 'email' | 'phone' | 'handle'

export type LinkFound = {
  /** UTF-16 offsets in the raw text. */
  start: number
  end: number
  text: string
  kind: LinkKind
  /** Where it may lead once the desk allows it: http and https only, never with credentials. */
  href: string | null
  /** The registrable domain, in ASCII. */
  domain: string | null
}

const linkify = new LinkifyIt({ fuzzyLink: false, fuzzyEmail: true, fuzzyIP: false, urlAuth: true })

/**
 * Everything in a text that leads out of the paper, in order, without overlaps. Never fetches anything. In doubt a
 * string counts as a link: the price of a false alarm is a look by the desk.
 */
export function findLinks(text: string): LinkFound[] {
  const found: LinkFound[] = []
  const add = (link: LinkFound): void => {
    if (!found.some((other) => link.start < other.end && other.start < link.end)) found.push(link)
  }
  for (const link of withScheme(text)) add(link)
  for (const link of bareDomains(text)) add(link)
  for (const link of addresses(text)) add(link)
  return found.sort((a, b) => a.start - b.start)
}

/** `http://…` and its like, and e-mail addresses: linkify-it knows where they end in prose. */
function* withScheme(text: string): Generator<LinkFound> {
  for (const match of linkify.match(text) ?? []) {
    const base = { start: match.index, end: match.lastIndex, text: text.slice(match.index, match.lastIndex) }
    if (match.schema === 'mailto:')
      yield {
        ...base,
        kind: 'email',
        href: null,
        domain: domainOf(
          base.text
            .replace(/^mailto:/i, '')
            .split('@')
            .at(-1) ?? '',
        ),
      }
    else yield { ...base, ...targetOf(match.url) }
  }
}

function targetOf(url: string): Pick<LinkFound, 'kind' | 'href' | 'domain'> {
  const whole = url.startsWith('//') ? `https:${url}` : url
  const parsed = URL.canParse(whole) ? new URL(whole) : undefined
  if (!parsed) return { kind: 'link', href: null, domain: null }
  const result = parse(parsed.hostname)
  // `paper.example@elsewhere.example` shows one name and leads to another.
  const safe =
    (parsed.protocol === 'http:' || parsed.protocol === 'https:') &&
    parsed.username === '' &&
    parsed.password === ''
  return {
    kind: result.isIp ? 'ip' : parsed.hostname.includes('xn--') ? 'disguised' : 'link',
    href: safe ? parsed.href : null,
    domain: result.isIp ? parsed.hostname : (result.domain ?? parsed.hostname),
  }
}

/** Dots as people write them to get past a filter. Each alternative is bounded, so the scan is linear. */
const writtenDot =
  / ?[([{] ?(?:dot|punkt|point|\.) ?[)\]}] ?| dot | \. ?(?=[a-z]{2,6}\b)|[\uFF0E\u3002\uFF61\u2024]/giu
const hostPattern =
  /(?<![\p{L}\p{N}_@./-])(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}[\p{L}][\p{L}\p{N}-]{1,62}(?![\p{L}\p{N}@])(?:[/?#][^\s<>"“”]{0,500})?/gu
const octets = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.]*\d)(?::\d{1,5})?(?:\/[^\s<>"]{0,500})?/g

/** Domains without a scheme, plain or written out. */
function* bareDomains(text: string): Generator<LinkFound> {
  const plain = unwriteDots(text)
  for (const match of plain.text.matchAll(hostPattern)) {
    const start = plain.rawOffset(match.index)
    const end = plain.rawOffset(match.index + match[0].length)
    const raw = text.slice(start, end)
    const trimmed = match[0].replace(/[.,;:!?)\]}'’]+$/u, '')
    const host = trimmed.split(/[/?#]/)[0] ?? ''
    const domain = domainOf(host)
    if (domain === null || looksLikeProse(host, raw)) continue
    const written = raw !== match[0]
    if (written && afterStopword(raw)) continue
    const disguised = written || /[^\u0000-\u007f]/.test(host) || host.includes('xn--')
    const target = disguised ? null : targetOf(`https://${trimmed}`)
    yield {
      start,
      end: end - (written ? 0 : match[0].length - trimmed.length),
      text: written ? raw : trimmed,
      kind: disguised ? 'disguised' : 'link',
      href: target?.href ?? null,
      domain,
    }
  }
  for (const match of text.matchAll(octets))
    if ((match[0].match(/\d+/g) ?? []).slice(0, 4).every((octet) => Number(octet) < 256))
      yield {
        start: match.index,
        end: match.index + match[0].length,
        text: match[0],
        kind: 'ip',
        href: null,
        domain: match[0],
      }
}

/** The same text with written-out dots as dots, and the way back to the raw offsets. */
function unwriteDots(text: string): { text: string; rawOffset(at: number): number } {
  const cuts: { at: number; raw: number }[] = []
  let plain = ''
  let last = 0
  for (const match of text.matchAll(writtenDot)) {
    plain += `${text.slice(last, match.index)}.`
    last = match.index + match[0].length
    cuts.push({ at: plain.length, raw: last })
  }
  plain += text.slice(last)
  return {
    text: plain,
    rawOffset(at) {
      let low = 0
      let high = cuts.length
      while (low < high) {
        const middle = (low + high) >> 1
        if ((cuts[middle] as { at: number }).at <= at) low = middle + 1
        else high = middle
      }
      const cut = cuts[low - 1]
      return cut ? cut.raw + (at - cut.at) : at
    },
  }
}

/** Reserved by RFC 2606; nobody can register them, but a reader may still mean a link. */
const reserved = /\.(?:example|test|invalid|onion)$/i

function domainOf(host: string): string | null {
  const lower = host.toLowerCase()
  const result = parse(lower)
  if (result.domain && (result.isIcann || result.isPrivate)) return result.domain
  return reserved.test(lower) ? lower.split('.').slice(-2).join('.') : null
}

/** "the end.Next one", "at 10.30pm", "e.g.": dots that end a sentence or split a number. */
function looksLikeProse(host: string, raw: string): boolean {
  const labels = host.split('.')
  const last = labels.at(-1) ?? ''
  const before = labels.at(-2) ?? ''
  if (raw.startsWith('www.') || raw.includes('/')) return false
  if (/^\d+$/.test(before)) return true
  if (/^\p{Lu}\p{Ll}/u.test(last) && !/^\p{Lu}/u.test(before)) return true
  if (/^\p{Lu}\p{Ll}/u.test(last) && /\p{Ll}$/u.test(before)) return true
  return labels.length === 2 && before.length === 1 && last.length === 2
}

/** "the dot com years" is no address. */
const afterStopword = (raw: string): boolean =>
  /^(?:the|a|an|this|that|of|every|some|big|one)[\s.]/i.test(raw)

const phone = /(?<![\p{L}\p{N}.,])(?:\+|00?)?\(?\d[\d ()./-]{6,20}\d(?![\p{L}\p{N}]|[.,]\d)/gu
const handle =
  /(?<![\p{L}\p{N}])(?:telegram|whats\s?app|signal|instagram|insta|snapchat|discord|viber|wechat|kik)\b[\s:,-]{0,3}(?:(?:me|id|at|on|is|number)\b[\s:,-]{0,3}){0,2}(?:@[\p{L}\p{N}_.]{3,40}|\+?\d[\d -]{6,20})|(?<![\p{L}\p{N}.])@[\p{L}\p{N}_]{3,40} (?:on|via) (?:telegram|instagram|insta|snapchat|discord|signal)\b/giu

function* addresses(text: string): Generator<LinkFound> {
  for (const match of text.matchAll(handle)) yield contact(match, 'handle')
  for (const match of text.matchAll(phone)) {
    const digits = match[0].replace(/\D/g, '')
    const led = /^\+|^\(?0/.test(match[0])
    // A year span, a date or a price list is not a number to call: without +, 0 or brackets at least ten digits.
    if (digits.length <= 15 && (led ? digits.length >= 8 : digits.length >= 10) && !isDate(match[0]))
      yield contact(match, 'phone')
  }
}

const isDate = (text: string): boolean =>
  /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b/.test(text) || /^(?:\d{4}\s?[-/]\s?)+\d{4}$/.test(text)

const contact = (match: RegExpMatchArray & { index: number }, kind: LinkKind): LinkFound => ({
  start: match.index,
  end: match.index + match[0].length,
  text: match[0],
  kind,
  href: null,
  domain: null,
})
