/** An element that is known to be well formed. Text and attribute values get in only escaped: there is no way past it. */
export class Xml {
  readonly markup: string
  constructor(markup: string) {
    this.markup = markup
  }
}

export type XmlChild = Xml | string | number | null | undefined | false | readonly XmlChild[]
export type XmlAttributes = Record<string, string | number | null | undefined>

/** Outside `Char` of XML 1.0: not to be written even as a reference, so that one of them loses readers the whole file. */
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g
const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // A parser turns these, written plainly, into line feeds and spaces.
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
  // Line ends to XML 1.1, which some parsers follow in every file.
  '\u0085': '&#133;',
  '\u2028': '&#8232;',
  '\u2029': '&#8233;',
}

/** What XML 1.0 can say of a text: lone surrogates become U+FFFD, characters that it forbids are left out. */
export const xmlText = (text: string): string => text.toWellFormed().replace(forbidden, '')

const inText = (text: string): string =>
  xmlText(text).replace(/[&<>"'\r\u0085\u2028\u2029]/g, (c) => entities[c] as string)
const inAttribute = (text: string): string =>
  xmlText(text).replace(/[&<>"'\r\n\t\u0085\u2028\u2029]/g, (c) => entities[c] as string)

function markupOf(child: XmlChild): string {
  if (child instanceof Xml) return child.markup
  if (typeof child === 'string') return inText(child)
  if (typeof child === 'number') return String(child)
  if (child === null || child === undefined || child === false) return ''
  return child.map(markupOf).join('')
}

/** An element; attributes without a value are left out. Names are ours, never a reader's. */
export function element(name: string, attributes: XmlAttributes, ...children: XmlChild[]): Xml {
  let start = name
  for (const [key, value] of Object.entries(attributes))
    if (value !== null && value !== undefined) start += ` ${key}="${inAttribute(String(value))}"`
  const inside = children.map(markupOf).join('')
  return new Xml(inside === '' ? `<${start}/>` : `<${start}>${inside}</${name}>`)
}

/** A whole file. Each child of the root on a line of its own, for whoever reads it in an editor. */
export function xmlDocument(name: string, attributes: XmlAttributes, children: XmlChild[]): string {
  const lines = children.flat(9).filter((child) => child !== null && child !== undefined && child !== false)
  const root = element(name, attributes, ...lines.flatMap((child) => [new Xml('\n'), child]), new Xml('\n'))
  return `<?xml version="1.0" encoding="utf-8"?>\n${root.markup}\n`
}
