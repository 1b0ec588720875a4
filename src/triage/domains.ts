import { domainToASCII, domainToUnicode } from 'node:url'
import { parse } from 'tldts'

/** Top-level domains that no sentence goes on with: joining "example. org" to them is safe. Lower case. */
export const plainTopLevels = ['com', 'org', 'net', 'edu', 'gov', 'biz', 'xyz'] as const

/** RFC 2606 and RFC 7686: nobody can register below these, but a reader may still mean a link. */
const reserved = /\.(?:example|test|invalid|onion)$/

/**
 * Services whose addresses hide where they lead. Not every one there is: one that is missing is an outside link like
 * any other.
 */
const shorteners: ReadonlySet<string> = new Set(
  `adf.ly amzn.to b.link bit.ly bitly.com bl.ink buff.ly clck.ru cutt.ly dlvr.it fb.me goo.gl ht.ly is.gd j.mp
  kutt.it lnkd.in n9.cl ow.ly rb.gy rebrand.ly s.id shorturl.at soo.gd t.co t.ly tiny.cc tiny.one tinyurl.com tr.im
  trib.al u.to v.gd vk.cc wp.me x.gd`.split(/\s+/),
)

export const isShortener = (domain: string): boolean => shorteners.has(domain)

/**
 * The registrable domain of a host, in ASCII (RFC 5891), by the public suffix list; null where the host is under no
 * suffix that exists. `host` may be in any script and case. A blog under a host of blogs is a domain of its own.
 */
export function domainOf(host: string): string | null {
  const readable = readableHost(host)
  const result = parse(readable, { allowPrivateDomains: true, extractHostname: false })
  if (result.domain && (result.isIcann || result.isPrivate)) return asciiHost(result.domain)
  return reserved.test(readable) ? readable.split('.').slice(-2).join('.') : null
}

/** Empty where Node finds no such host; then the characters stay as they were. */
const readableHost = (host: string): string => domainToUnicode(host) || host.toLowerCase()
const asciiHost = (host: string): string => domainToASCII(host) || host

const latin = /\p{Script=Latin}/u
/** The scripts that hold letters drawn as Latin ones. */
const twins = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u
/** Cyrillic and Greek letters that look like Latin ones, after Unicode's confusables (UTS #39). */
const lookAlikes = /^[абгеіјкморѕтухԁԛԝһӏсҽѵαιηκνορτυχωγ0-9-]+$/u

/**
 * Whether a host's name imitates another: a label of Latin and look-alike letters together, or, under a Latin ending,
 * one of look-alikes alone ("аррӏе.com"). A name honestly written in its own script is none.
 */
export function isLookAlike(host: string): boolean {
  const labels = readableHost(host).split('.')
  const latinEnding = /^[a-z]+$/.test(labels.at(-1) ?? '')
  return labels.some(
    (label) => twins.test(label) && (latin.test(label) || (latinEnding && lookAlikes.test(label))),
  )
}
