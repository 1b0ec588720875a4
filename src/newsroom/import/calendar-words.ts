/**
 * The words of a printed date, in the languages of the papers that Postbag reads. The names of the months come from
 * the runtime (Unicode CLDR), in the case that stands beside a day; English ones may be cut to three letters.
 */

const languages = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'ru',
  'uk',
  'be',
  'ar',
  'ar-LB',
  'ur',
  'fa',
  'he',
  'hi',
  'ta',
  'bn',
]

let monthNumbers: Map<string, number> | undefined

function months(): Map<string, number> {
  if (monthNumbers) return monthNumbers
  const names = new Map<string, number>()
  for (const language of languages)
    for (const month of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, {
        day: 'numeric',
        month,
        year: 'numeric',
        timeZone: 'UTC',
      })
      for (let i = 0; i < 12; i++) {
        const parts = format.formatToParts(Date.UTC(2021, i, 5))
        const name = plain(parts.find((part) => part.type === 'month')?.value ?? '')
        // Where a language shortens to figures ("05.03."), the figures are no name. The first language to claim one keeps it.
        if (/\p{L}/u.test(name) && !names.has(name)) names.set(name, i + 1)
      }
    }
  names.set('sept', 9)
  monthNumbers = names
  return names
}

const plain = (word: string): string => word.toLowerCase().replace(/[.ٔ]/g, '').trim()

/** 1 to 12. A Hebrew date glues "in" to the name of its month. */
export function monthOf(word: string): number | undefined {
  const name = plain(word)
  return months().get(name) ?? (name.startsWith('ב') ? months().get(name.slice(1)) : undefined)
}

const halves: Record<string, 'am' | 'pm'> = { am: 'am', pm: 'pm', ص: 'am', م: 'pm', صباحا: 'am', مساء: 'pm' }

/** Half of the day, from "PM", "p.m." (as "pm") or the Arabic letters. */
export const halfOf = (word: string): 'am' | 'pm' | undefined => {
  const name = plain(word).replace(/[\u064B-\u0652]/g, '')
  return Object.hasOwn(halves, name) ? halves[name] : undefined
}

const fillers = new Set([
  ...['at', 'on', 'hrs', 'hours', 'uhr', 'um', 'h', 'à', 'le', 'de', 'del', 'a', 'las', 'в', 'о'],
  ...['في', 'الساعة', 'بجے', 'کو', 'ב', 'בשעה', 'को', 'बजे'],
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  ...['mon', 'tue', 'tues', 'wed', 'thu', 'thur', 'thurs', 'fri', 'sat', 'sun'],
])

/** Words that may stand in a printed date and add nothing to it. */
export const isFiller = (word: string): boolean => fillers.has(plain(word))

/** Arabic-Indic, Persian, Devanagari, Bengali and Tamil digits mean the same numbers. One unit for one unit. */
export const toAsciiDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\u09E6-\u09EF\u0BE6-\u0BEF]/g, (digit) => {
    const code = digit.charCodeAt(0)
    const zero =
      [0x660, 0x6f0, 0x966, 0x9e6, 0xbe6].find((start) => code >= start && code < start + 10) ?? code
    return String(code - zero)
  })
