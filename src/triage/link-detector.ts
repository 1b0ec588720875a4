import type { Detector, Measured } from './detector.ts'
import { domainOf } from './domains.ts'
import { findLinks, type LinkFound, type LinkKind } from './links.ts'

/**
 * Links by where they lead, and ways to reach somebody past the paper. Values are counts, but for links to a word of the
 * comment; notes are the domains.
 */
export const linkDetector: Detector = {
  names: [
    'link.count',
    'link.outside',
    'link.denied',
    'link.disguised',
    'link.density',
    'contact.count',
    'contact.email',
    'contact.phone',
  ],
  measure(text, context) {
    const found = findLinks(text)
    const ofKind = (...kinds: LinkKind[]) => found.filter((link) => kinds.includes(link.kind))
    const links = ofKind('link', 'disguised', 'shortened', 'ip')
    // The paper is given by its host, `www.` and all; a link is known by its registrable domain.
    const own = domainsOf(context.ownDomains, context.allowedDomains)
    const denied = domainsOf(context.deniedDomains)
    const words = text.split(/\s+/).filter((word) => word !== '').length
    return [
      counted('link.count', links),
      counted(
        'link.outside',
        links.filter((link) => link.domain === null || !own.has(link.domain)),
      ),
      counted(
        'link.denied',
        found.filter((link) => link.domain !== null && denied.has(link.domain)),
      ),
      counted('link.disguised', ofKind('disguised', 'shortened', 'ip')),
      { name: 'link.density', value: links.length / Math.max(1, words), evidence: [] },
      counted('contact.count', ofKind('email', 'phone', 'handle')),
      counted('contact.email', ofKind('email')),
      counted('contact.phone', ofKind('phone')),
    ]
  },
}

const domainsOf = (...lists: (readonly string[] | undefined)[]): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => list ?? []).map((host) => domainOf(host) ?? host))

const counted = (name: string, links: LinkFound[]): Measured => ({
  name,
  value: links.length,
  evidence: links.map(({ start, end }) => ({ start, end })),
  ...(links.length > 0 ? { notes: [...new Set(links.map((link) => link.domain ?? link.text))] } : {}),
})
