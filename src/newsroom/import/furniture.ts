/** What a saved page carries besides its story, told by how a line looks. Every pattern is bounded, so each is linear. */

const shareNames = new Set([
  ...[
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
  ],
  ...[
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
  ],
  ...['tumblr', 'sms', 'koo', 'pocket', 'viber', 'line', 'youtube'],
])
/** Words of a share row that name no target. */
const shareFrame = new Set(['share', 'link', 'copy'])

/** The targets that a line names, as lower-case words; undefined where any other word stands in it. */
export function shareNamesIn(text: string): string[] | undefined {
  if (text.length > 200) return undefined
  const words = text
    .toLowerCase()
    .split(/[\s|,·•/:]+/)
    .filter((word) => word !== '')
  if (words.length === 0 || !words.every((word) => shareNames.has(word))) return undefined
  return words.filter((word) => !shareFrame.has(word))
}

const textSize = /^[|\s]*A\s?[+-]?(?:\s?[|/]?\s?A\s?[+-]?){1,2}[|\s]*$/
const labelled =
  /^(?:tags?|topics|also read|read more|read also|also watch|also see|related(?: stories| news)?|more from)\s?[:：|]/i
const promotion =
  /^(?:stay up[ -]to[ -]date\b|follow us\b|get the news that matters\b|download (?:the|our)\b|subscribe to (?:our|the)\b|sign up for (?:our|the)\b|click here to\b)/i
const promoted = /\b(?:app|newsletter|whatsapp|telegram|channel|facebook|twitter|instagram|download now)\b/i
const trail = /^(?:home|news)(?:\s?[»>›/]\s?[\p{L}\p{N} &'-]{1,40}){1,5}$/iu

/** Why a line is the page's own furniture and no part of the article; undefined where it may be. */
export function furnitureReason(text: string): string | undefined {
  if (text.length > 400) return undefined
  if (/[+-]/.test(text) && textSize.test(text)) return 'text-size control'
  if (/^(?:advertisement|advertisements|sponsored|promoted)$/i.test(text)) return 'advertisement mark'
  if (/^\d{0,4}\s?(?:comments?|shares?)$/i.test(text)) return 'counter of the old page'
  if (labelled.test(text)) return 'tags or links to other stories'
  if (promotion.test(text) && promoted.test(text)) return 'promotion of the old site'
  if (trail.test(text)) return 'trail of the old site'
  return undefined
}
