const kinds =
  '(?:file|representational|representative|special|express|courtesy|screen|video|handout)?\\s?(?:photos?|photographs?|images?|pictures?|pics?|illustrations?|graphics?|cartoons?|screengrabs?|grab|file|express|courtesy|handout|الصورة|صورة|تصوير|تصویر|فوٹو|עיבוד|צילום|תמונה|तस्वीर|फोटो|foto|bild)'

/** `(Photo | AP)`, `(File Photo: Northwire)`, `(Photo by Ines Okoro)`. */
const named = new RegExp(`^${kinds}(?:\\s?[|:,/–—-]\\s?|\\s(?:by|courtesy|of)\\s)(.{1,80})$`, 'iu')
/** `(AP Photo)`, `(AP Photo/Nell Ashby)`: printed so, kept so. */
const agencyFirst =
  /^(?!FILE|STOCK)[\p{Lu}\p{Nd}]{2,12} (?:[Pp]hoto|[Ii]mage|[Pp]icture)(?:\s?\/\s?[\p{L}\p{M}.'’ -]{2,60})?$/u

export type CreditFound = {
  caption: string
  credit: string
  /** Where in the text the bracket begins. */
  from: number
}

/**
 * The bracket at the end of a caption that says whose picture it is. A bracket such as "(in 2019)" is none, and neither
 * is "(File photo)", which names nobody.
 */
export function splitCredit(text: string): CreditFound | undefined {
  const end = text.endsWith(').') ? text.length - 2 : text.endsWith(')') ? text.length - 1 : -1
  const from = end === -1 ? -1 : text.lastIndexOf('(', end)
  if (from === -1 || end - from > 140) return undefined
  const inside = text.slice(from + 1, end).trim()
  if (/[()]/.test(inside)) return undefined
  const credit = named.exec(inside)?.[1] ?? agencyFirst.exec(inside)?.[0]
  if (credit === undefined || !/\p{L}/u.test(credit) || /^(?:photos?|file|image)$/i.test(credit.trim()))
    return undefined
  return { caption: text.slice(0, from).trim(), credit: credit.trim(), from }
}
