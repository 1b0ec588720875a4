/**
 * Markup that is known to be safe. Everything else that reaches a template is text and is escaped, so a forgotten
 * escape cannot exist; what could exist is a forgotten `trusted`, and that word is easy to search for.
 */
export class Html {
  readonly markup: string
  constructor(markup: string) {
    this.markup = markup
  }
  toString(): string {
    return this.markup
  }
}

export type Fragment = Html | string | number | null | undefined | false | readonly Fragment[]

const needsEscape = /[&<>"']/
const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escapeHtml(text: string): string {
  return needsEscape.test(text) ? text.replace(/[&<>"']/g, (c) => entities[c] as string) : text
}

function markupOf(fragment: Fragment): string {
  if (fragment instanceof Html) return fragment.markup
  if (typeof fragment === 'string') return escapeHtml(fragment)
  if (fragment === null || fragment === undefined || fragment === false) return ''
  if (typeof fragment === 'number') return String(fragment)
  let markup = ''
  for (const part of fragment) markup += markupOf(part)
  return markup
}

/** Values in attributes must stand between quotes in the template: escaping relies on it. */
export function html(strings: TemplateStringsArray, ...values: Fragment[]): Html {
  let markup = strings[0] as string
  for (let i = 0; i < values.length; i++) markup += markupOf(values[i]) + (strings[i + 1] as string)
  return new Html(markup)
}

/** Names in a row. Isolated, so that those written from right to left keep their order. */
export const listed = (names: readonly string[]): Fragment =>
  names.map((name, i) => html`${i > 0 && ', '}<bdi>${name}</bdi>`)

/** Only for markup of our own making: style sheets, drawings, JSON that `jsonForScript` made. */
export const trusted = (markup: string): Html => new Html(markup)

export const empty: Html = new Html('')

/**
 * JSON that may stand in a <script> element. Entities are not decoded there, so HTML escaping would corrupt it; a raw
 * `<` could end the element (`</script>`) or open a comment (`<!--`).
 */
export function jsonForScript(value: unknown): Html {
  return new Html(
    JSON.stringify(value).replace(
      /[<>&\u2028\u2029]/g,
      (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  )
}
