/** What stands in capitals before a colon or a dash and is no place. */
const noPlaces = new Set([
  ...[
    'WARNING',
    'UPDATE',
    'UPDATED',
    'BREAKING',
    'EXCLUSIVE',
    'EXPLAINED',
    'EXPLAINER',
    'OPINION',
    'WATCH',
    'LIVE',
  ],
  ...[
    'VIDEO',
    'PHOTO',
    'PHOTOS',
    'NOTE',
    'EDITORIAL',
    'ANALYSIS',
    'FACT CHECK',
    'READ',
    'ALSO READ',
    'CORRECTION',
  ],
  ...[
    'INTERVIEW',
    'REVIEW',
    'PROFILE',
    'PREVIEW',
    'OBITUARY',
    'COMMENT',
    'IN BRIEF',
    'QUESTION',
    'ANSWER',
    'ALERT',
  ],
  ...[
    'NASA',
    'ISRO',
    'ESA',
    'NATO',
    'FBI',
    'CIA',
    'BBC',
    'CNN',
    'IMF',
    'WHO',
    'UNICEF',
    'UNESCO',
    'OPEC',
    'ASEAN',
  ],
  ...[
    'COVID',
    'AIDS',
    'HIV',
    'TAGS',
    'DISCLAIMER',
    'SOURCE',
    'BY',
    'IPL',
    'FIFA',
    'UEFA',
    'ICC',
    'BJP',
    'GDP',
    'UPI',
  ],
])

const word = "[\\p{Lu}\\p{Lo}][\\p{Lu}\\p{Lo}\\p{M}.'’-]{0,30}"
const place = `(${word}(?:[ /]${word}){0,3}(?:, (?:\\p{Lu}[\\p{L}\\p{M}.]{0,20}|\\p{Lo}[\\p{Lo}\\p{M}]{0,20})(?: \\p{Lu}[\\p{L}.]{0,20}){0,2})?)`
const dateline = new RegExp(
  `^${place}(?:, (?:\\p{L}{3,10}\\.? \\d{1,2}|\\d{1,2} \\p{L}{3,10}))? ?(?:\\(([^()]{2,30})\\) ?)?(?::(?= |$)|[—–](?=.)|--?(?= ))\\s?`,
  'u',
)

export type DatelineFound = {
  /** As printed. */
  place: string
  /** From the bracket, as in `GENEVA (AP) —`; empty where there is none. */
  agency: string
  /** Letters of the text up to the story's first word. */
  length: number
  confidence: number
}

/**
 * The place before the first paragraph's words: `KYIV:`, `NEW DELHI, India (AP) —`. In capitals, else any sentence with
 * a colon would do; in scripts that have none, one to three words before a dash or colon could be one, so there it is
 * only likely. A place never holds a digit: that keeps `COVID-19:` out.
 */
export function datelineOf(text: string): DatelineFound | undefined {
  const match = dateline.exec(text)
  if (!match || match[0].length >= text.length) return undefined
  const found = (match[1] ?? '').trim()
  const letters = found.replace(/[^\p{L}]/gu, '').length
  const agency = (match[2] ?? '').trim()
  const base = { place: found, agency, length: match[0].length }
  if (!/\p{Lu}/u.test(found))
    return letters >= 2 && found.split(' ').length <= 3 ? { ...base, confidence: 0.6 } : undefined
  if (letters < 3 || noPlaces.has(found.replace(/\.$/, ''))) return undefined
  if (/^(?:THE|WHAT|WHY|HOW|WHEN|A|IN|ON)\b/.test(found) && found !== 'THE HAGUE') return undefined
  // Three capitals are more often an acronym that the list above lacks than a town such as ELY.
  const oneWord = !/[ ,]/.test(found)
  return { ...base, confidence: oneWord && letters === 3 ? 0.5 : oneWord && letters === 4 ? 0.8 : 0.9 }
}
