export type Contact = { start: number; end: number; text: string; kind: 'phone' | 'handle' }

/* Bounded everywhere, so that a text takes time in proportion to its length. */

const number =
  /(?<![\p{L}\p{N}.,£$€])(?<!isbn[\s:"]{0,4})(?:\+|00?)?\(?\d[\d ()./-]{6,20}\d(?![\p{L}\p{N}]|[.,:]\d)/giu
/** A short local number is a number to call only where somebody says so. */
const saidNumber =
  /(?<![\p{L}\p{N}])(?:call|dial|fax|mobile|phone|ring|tel|text)\b[\s.:-]{0,3}(?:(?:at|me|no|number|on|us)\b[\s.:-]{0,3}){0,2}(\d[\d -]{4,12}\d)(?![\p{L}\p{N}]|[.,:/]\d)/giu

const service =
  "telegram|what[’']?s ?app|signal|instagram|insta|ig|snapchat|snap|discord|viber|wechat|kik|skype|messenger|threads|tiktok|onlyfans"
/** "Telegram: @name", "WhatsApp me on 07700 900123" */
const named = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${service})\\b[\\s:,=-]{0,3}(?:(?:me|id|at|on|is|number|name|user)\\b[\\s:,=-]{0,3}){0,2}(?:@[\\p{L}\\p{N}_.]{3,40}|\\+?\\d[\\d -]{6,20}\\d)`,
  'giu',
)
/** "skype: harbour.joe7", "discord: joe#1234": without an @ only after a colon, and unlike a word. */
const labelled = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${service})(?: (?:id|name|user))? ?[:=] ?(?=[a-z0-9_.]{0,30}[0-9_#.])[a-z][a-z0-9_.]{2,30}(?:#\\d{4})?(?![\\p{L}\\p{N}])`,
  'giu',
)
/** "@name on Telegram", "dm @name" */
const pointed = new RegExp(
  `(?<![\\p{L}\\p{N}.])@[\\p{L}\\p{N}_.]{3,40} (?:on|via) (?:${service})\\b|(?<![\\p{L}\\p{N}])dm (?:me )?(?:at |on )?@[\\p{L}\\p{N}_.]{3,40}`,
  'giu',
)

/** Telephone numbers and messengers' names, where they can be told from other numbers and from people addressed. */
export function* findContacts(text: string): Generator<Contact> {
  const digits = /\d\D{0,3}\d/.test(text)
  if (digits || text.includes('@')) yield* matches(text, named, 'handle')
  if (/[:=]/.test(text)) yield* matches(text, labelled, 'handle')
  if (text.includes('@')) yield* matches(text, pointed, 'handle')
  if (!digits) return
  for (const found of matches(text, number, 'phone')) if (canBeCalled(found.text)) yield found
  for (const match of text.matchAll(saidNumber)) {
    const called = match[1] ?? ''
    if (!isDate(called) && called.replace(/\D/g, '').length >= 6)
      yield contact(called, match.index + match[0].length - called.length, 'phone')
  }
}

function* matches(text: string, pattern: RegExp, kind: Contact['kind']): Generator<Contact> {
  for (const match of text.matchAll(pattern)) yield contact(match[0], match.index, kind)
}

/** E.164 allows fifteen digits. What has no + and no 0 to lead it must be grouped as a number to call is. */
function canBeCalled(text: string): boolean {
  const digits = text.replace(/\D/g, '')
  if (digits.length > 15 || isDate(text)) return false
  if (/^(?:\+|\(?0\d|\(0)/.test(text)) return digits.length >= 8
  if (/0{5}$/.test(digits)) return false
  return /^(?:1[ .-]?)?(?:\d{3}|\(\d{3}\))[ .-]?\d{3}[ .-]?\d{4}$|^1[38]00[ .-]?\d{3}[ .-]?\d{3}$/.test(text)
}

const isDate = (text: string): boolean =>
  /^\d{1,2}([ ./-])\d{1,2}\1(?:\d{4}|\d{2})(?: \d{1,2})?$/.test(text) ||
  /^\d{4}([ ./-])\d{1,2}\1\d{1,2}(?: \d{1,2})?$/.test(text) ||
  /^(?:19|20)\d\d ?[-/] ?(?:19|20)\d\d$/.test(text)

const contact = (text: string, start: number, kind: Contact['kind']): Contact => ({
  start,
  end: start + text.length,
  text,
  kind,
})
