export type BylineFound = { byline: string; agency: string; confidence: number }

/** Agencies by the names that they sign with. Others are found in the prose, where it calls them agencies. */
export const agencyNames = [
  ...[
    'AP',
    'AFP',
    'PTI',
    'ANI',
    'IANS',
    'UNI',
    'Reuters',
    'dpa',
    'EFE',
    'TASS',
    'Xinhua',
    'Interfax',
    'Bloomberg',
  ],
  ...[
    'Associated Press',
    'The Associated Press',
    'Agence France-Presse',
    'Press Trust of India',
    'Press Association',
  ],
  'Northwire',
]
const agencies = new Map(agencyNames.map((name) => [name.toLowerCase(), name]))

const desk =
  /^(?:express news service|online desk|web desk|news desk|our (?:correspondent|reporter)|(?:a )?staff (?:reporter|writer|correspondent)|special correspondent|agencies)$/i

/** Each word a name or a particle of one: "By the river, calm" is no byline. */
const name =
  "\\p{Lu}[\\p{L}\\p{M}.’'-]{0,30}(?: (?:\\p{Lu}[\\p{L}\\p{M}.’'-]{0,30}|de|da|di|van|von|der|den|bin|al|el|la|le)){0,4}"
const people = new RegExp(
  `^(?:By|BY|by|Written by|Reported by|Report by|Text by) (${name}(?:(?:,| and| &) ${name}){0,4})$`,
  'u',
)
/** In scripts without capitals only a label with its colon tells. */
const labelled = /^(?:بقلم|كتب|تحریر|رپورٹ|نامہ نگار|מאת|लेखक|द्वारा)\s?[:：]\s?(\p{L}[\p{L}\p{M}.' -]{2,60})$/u

/** "By spring" stands under a headline as often as "By Ananya" does. */
const notPeople =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|christmas|easter|\p{Lu}\p{L}* \d+)$/iu

/** Who wrote it, from a line that says nothing else; an agency where it is one. */
export function bylineOf(text: string): BylineFound | undefined {
  if (text.length > 160) return undefined
  const bare = text.replace(/^(?:by|source)\s?:?\s/i, '')
  const agency = agencies.get(bare.toLowerCase())
  if (agency) return { byline: '', agency: bare, confidence: text === bare ? 0.7 : 0.9 }
  if (desk.test(bare)) return { byline: bare, agency: '', confidence: 0.85 }
  const found = (people.exec(text) ?? labelled.exec(text))?.[1]?.trim()
  if (found === undefined || notPeople.test(found)) return undefined
  return { byline: found, agency: '', confidence: /\s/.test(found) ? 0.9 : 0.6 }
}
