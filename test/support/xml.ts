import { DOMParser, type Document, type Element, onErrorStopParsing } from '@xmldom/xmldom'

/** By a parser that is not ours; the first fault, or a warning, ends it. */
export function parseXml(source: string): Document {
  return new DOMParser({ onError: onErrorStopParsing }).parseFromString(source, 'application/xml')
}

/** Elements of that qualified name, in the order of the document. */
export const all = (within: Document | Element, name: string): Element[] => [
  ...within.getElementsByTagName(name),
]

/** The text of the first of that name; undefined where there is none. */
export const textOf = (within: Document | Element, name: string): string | undefined =>
  all(within, name)[0]?.textContent ?? undefined
