import type { Detector, Measured } from './detector.ts'
import { domainOf } from './domains.ts'
import { findLinks, type LinkFound, type LinkKind } from './links.ts'

/** Links by where they lead, and ways to reach somebody past the paper. Values are counts; notes are the domains. */
export const linkDetector: Detector = {
  names: ['link.count', 'link.outside', 'link.disguised', 'contact.count', 'contact.email', 'contact.phone'],
  measure(text, context) {
    const found = findLinks(text)
    const ofKind = (...kinds: LinkKind[]) => found.filter((link) => kinds.includes(link.kind))
    const links = ofKind('link', 'disguised', 'shortened', 'ip')
    // The paper is given by its host, `www.` and all; a link is known by its registrable domain.
    const own = new Set((context.ownDomains ?? []).map((host) => domainOf(host) ?? host))
    return [
      counted('link.count', links),
      counted(
        'link.outside',
        links.filter((link) => link.domain === null || !own.has(link.domain)),
      ),
      counted('link.disguised', ofKind('disguised', 'shortened', 'ip')),
      counted('contact.count', ofKind('email', 'phone', 'handle')),
      counted('contact.email', ofKind('email')),
      counted('contact.phone', ofKind('phone')),
    ]
  },
}

const counted = (name: string, links: LinkFound[]): Measured => ({
  name,
  value: links.length,
  evidence: links.map(({ start, end }) => ({ start, end })),
  ...(links.length > 0 ? { notes: [...new Set(links.map((link) => link.domain ?? link.text))] } : {}),
})
