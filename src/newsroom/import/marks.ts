/** What single lines of a saved page are, by how they look. Each pattern is bounded, so each is linear. */

const shareNames = [
  'flipboard',
  'facebook',
  'twitter',
  'x',
  'whatsapp',
  'telegram',
  'linkedin',
  'pinterest',
  'reddit',
  'email',
  'e-mail',
  'mail',
  'print',
  'copy',
  'link',
  'instagram',
  'bluesky',
  'mastodon',
  'threads',
  'messenger',
  'share',
  'tumblr',
  'sms',
]

/** A share row is a line of nothing but names of networks, two at the least. */
export function shareTargetsIn(text: string): string[] | undefined {
  const words = text
    .toLowerCase()
    .split(/[\s|,·•/]+/)
    .filter((word) => word !== '')
  if (words.length < 2 || !words.every((word) => shareNames.includes(word))) return undefined
  return words.filter((word) => word !== 'share')
}

/** `(Photo | AP)` at the end of a caption: whose picture it is. A bracket such as "(in 2019)" is none. */
const credit =
  /\(\s?((?:file |representational |representative |special )?(?:photo|photograph|image|picture|pic|express|illustration|courtesy))s?(?:\s?[|:,/–—-]\s?|\s+(?:by|courtesy)\s+|\s?\/\s?)([^()|]{1,80})\)\s?\.?$/i

export function splitCredit(text: string): { caption: string; credit: string } | undefined {
  const match = credit.exec(text)
  if (!match) return undefined
  return { caption: text.slice(0, match.index).trim(), credit: (match[2] ?? '').trim() }
}

/** Words that stand before a colon in capitals and are no place. */
const noPlaces = new Set([
  'WARNING',
  'NASA',
  'COVID',
  'COVID-19',
  'UPDATE',
  'BREAKING',
  'EXCLUSIVE',
  'EXPLAINED',
  'EXPLAINER',
  'OPINION',
  'WATCH',
  'LIVE',
  'VIDEO',
  'PHOTOS',
  'NOTE',
  'EDITORIAL',
  'ANALYSIS',
  'FACT CHECK',
  'READ',
  'ALSO READ',
  'WHO',
  'UN',
  'EU',
  'NATO',
  'FBI',
  'CIA',
  'BBC',
  'Q',
  'A',
  'TAGS',
  'DISCLAIMER',
  'ISRO',
  'IMF',
  'HIV',
  'AI',
  'CORRECTION',
])

const dateline =
  /^((?:[\p{Lu}\p{Lo}][\p{Lu}\p{Lo}\p{M}.'’-]*)(?:[ /](?:[\p{Lu}\p{Lo}][\p{Lu}\p{Lo}\p{M}.'’-]*)){0,4}(?:,\s(?:\p{Lu}[\p{L}.]{0,20}\s?){1,3})?)\s?(?:\(([^()]{2,30})\)\s?)?(?::\s|\s?[—–]\s?|\s--?\s|:$)/u

export type DatelineFound = { place: string; agency: string; length: number; sure: boolean }

/**
 * A place in capitals before the first paragraph's words: `KYIV:`, `NEW DELHI, India (AP) —`. In scripts without
 * capitals any one to three words before a dash or colon could be one, so there it is only likely.
 */
export function datelineOf(text: string): DatelineFound | undefined {
  const match = dateline.exec(text)
  if (!match) return undefined
  const place = (match[1] ?? '').trim()
  const cased = /\p{Lu}/u.test(place)
  if (noPlaces.has(place.replace(/\.$/, ''))) return undefined
  if (cased && place.replace(/[^\p{L}]/gu, '').length < 3) return undefined
  if (!cased && place.split(' ').length > 3) return undefined
  return { place, agency: match[2] ?? '', length: match[0].length, sure: cased }
}

const byline = /^(?:by|written by|report by)\s+([\p{Lu}][\p{L}.'’ -]{2,60}(?:,\s[\p{L}.'’ -]{2,40})?)$/iu
const deskLine =
  /^(?:(?:by\s)?(?:express news service|online desk|web desk|news desk|staff (?:reporter|writer|correspondent)))$/i
const agencyNames =
  'AP|AFP|PTI|ANI|IANS|UNI|Reuters|dpa|EFE|TASS|Xinhua|Associated Press|Agence France-Presse|Press Trust of India|Northwire'
const agencyLine = new RegExp(`^(?:by\\s|source:\\s?)?(${agencyNames})$`, 'i')

export function bylineIn(text: string): { byline: string; agency: string } | undefined {
  const agency = agencyLine.exec(text)
  if (agency) return { byline: '', agency: agency[1] ?? '' }
  if (deskLine.test(text)) return { byline: text.replace(/^by\s/i, ''), agency: '' }
  const match = byline.exec(text)
  return match ? { byline: (match[1] ?? '').trim(), agency: '' } : undefined
}

const cited = [
  // "the state-run Belta news agency", "Belta news agency said"
  /(?:^|[\s("“])(?:the\s)?(?:[a-z-]{3,20}\s){0,3}([\p{Lu}][\p{L}-]{1,30}(?:\s[\p{Lu}][\p{L}-]{1,30}){0,2})(?:['’]s)?\snews\sagency/gu,
  // "news agency PTI", "news agencies"
  /\bnews\sagency\s([\p{Lu}][\p{L}-]{1,30}(?:\s[\p{Lu}][\p{L}-]{1,30}){0,2})/gu,
  // "according to Northwire" for agencies we know
  new RegExp(`(?:according to|told|quoted by|reported by|with inputs from|,)\\s(${agencyNames})\\b`, 'gu'),
]

/** Agencies that the text leans on, each once, in the order they appear, with where. */
export function citedAgencies(text: string): { name: string; start: number; end: number }[] {
  const found: { name: string; start: number; end: number }[] = []
  for (const pattern of cited)
    for (const match of text.matchAll(pattern)) {
      const name = (match[1] ?? '').replace(/^(?:The|State|According)\s/, '')
      const start = match.index + match[0].lastIndexOf(name)
      if (name.length > 1 && !found.some((other) => other.name === name))
        found.push({ name, start, end: start + name.length })
    }
  return found.sort((a, b) => a.start - b.start)
}

/** Furniture of a web page: kept in the report as discarded, with the reason. */
export function noiseReason(text: string): string | undefined {
  if (/^[|\s]*A\s?\+\s?A\s?-?[|\s]*$/.test(text)) return 'text-size control'
  if (/^(?:advertisement|sponsored)$/i.test(text)) return 'advertisement mark'
  if (/^tags?\s?[:：]?/i.test(text) && text.length < 200 && /^tags?\b/i.test(text)) return 'tag line'
  if (/^(?:also read|read more|related|also watch)\b/i.test(text)) return 'link to another story'
  if (/^(?:stay up to date|follow (?:us|the)|download (?:the|our) app|subscribe)/i.test(text))
    return 'invitation of the old site'
  if (/^home\s?[»>›/]/i.test(text)) return 'trail of the old site'
  return undefined
}

/** Where the policy text begins: from here on it is the paper's standing words, not the story's. */
export const beginsPolicy = (text: string): boolean =>
  /^(?:disclaimer|comments? policy|comment guidelines)\s?[:：]/i.test(text)
