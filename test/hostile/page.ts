import { type DefaultTreeAdapterTypes, parse, defaultTreeAdapter as tree } from 'parse5'

export type Element = DefaultTreeAdapterTypes.Element
export type Node = DefaultTreeAdapterTypes.Node

export const parsePage = (markup: string): Node => parse(markup)

function* nodesOf(node: Node): Generator<Node> {
  yield node
  if ('childNodes' in node) for (const child of node.childNodes) yield* nodesOf(child)
  // The words of a template stand in a tree of their own.
  if ('content' in node) yield* nodesOf(node.content)
}

export const elementsOf = (page: Node): Element[] =>
  [...nodesOf(page)].filter((node): node is Element => tree.isElementNode(node))

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value

export function textOf(node: Node): string {
  return [...nodesOf(node)].map((each) => (tree.isTextNode(each) ? each.value : '')).join('')
}

const classes = (element: Element): string[] => (attribute(element, 'class') ?? '').split(' ')

/** `p`, `.gone`, `#who`, `p.words`: what the tests ask for, no more. */
export function select(page: Node, selector: string): Element[] {
  const [, tag, kind, name] = /^([a-z0-9]*)(?:([.#])([\w-]+))?$/.exec(selector) ?? []
  return elementsOf(page).filter(
    (element) =>
      (!tag || element.tagName === tag) &&
      (kind !== '.' || classes(element).includes(name ?? '')) &&
      (kind !== '#' || attribute(element, 'id') === name),
  )
}

/** What our own checks add to a page for what they saw in a text; left out where pages are compared. */
const byChecks = (element: Element): boolean =>
  ['why', 'links'].some((name) => classes(element).includes(name))

/** What stands around parts of a text that were found to be a link, allowed or not, or evidence. */
const aroundText = (element: Element): boolean =>
  (element.tagName === 'span' && element.attrs.length === 0) ||
  (element.tagName === 'a' &&
    attribute(element, 'rel') === 'ugc nofollow noopener' &&
    element.attrs.length === 2) ||
  element.tagName === 'mark'

/** One line for each element, indented: its name, attribute names, class and, where script or style, what it says. */
export function outlineOf(page: Node): string {
  const lines: string[] = []
  const walk = (node: Node, depth: number): void => {
    if (tree.isCommentNode(node)) lines.push(`${' '.repeat(depth)}<!-- -->`)
    if (tree.isDocumentTypeNode(node)) lines.push(`doctype ${node.name} ${node.publicId}${node.systemId}`)
    if (tree.isElementNode(node)) {
      if (byChecks(node)) return
      if (!aroundText(node)) lines.push(`${' '.repeat(depth)}${sayElement(node)}`)
    }
    if ('childNodes' in node) for (const child of node.childNodes) walk(child, depth + 1)
    if ('content' in node) walk(node.content, depth + 1)
  }
  walk(page, 0)
  return lines.join('\n')
}

function sayElement(element: Element): string {
  const names = element.attrs.map((each) => (each.name === 'class' ? `class=${each.value}` : each.name))
  const isData = attribute(element, 'type') === 'application/ld+json'
  const code = (element.tagName === 'script' && !isData) || element.tagName === 'style'
  return [element.tagName, ...names, ...(code ? [JSON.stringify(textOf(element))] : [])].join(' ')
}

const addressAttributes = ['href', 'src', 'action', 'formaction', 'srcset', 'poster', 'data', 'xlink:href']

/** Every address of a page that leads elsewhere than a link may: http, https, mailto, or our own origin. */
export function strayAddresses(page: Node, base: string): string[] {
  return elementsOf(page).flatMap((element) =>
    element.attrs
      .filter(({ name }) => addressAttributes.includes(name))
      .filter(({ value }) => !mayLead(element, value, base))
      .map(({ name, value }) => `${element.tagName} ${name}=${value}`),
  )
}

function mayLead(element: Element, value: string, base: string): boolean {
  // The icon is drawn in the page itself.
  if (element.tagName === 'link' && attribute(element, 'rel') === 'icon') return value.startsWith('data:')
  if (!URL.canParse(value, base)) return false
  const { protocol, origin, username, password } = new URL(value, base)
  if (username !== '' || password !== '') return false
  if (element.tagName !== 'a') return origin === new URL(base).origin
  return protocol === 'http:' || protocol === 'https:' || protocol === 'mailto:'
}

/** What a page says to search engines; throws where it is no JSON. */
export const jsonLdOf = (page: Node): Record<string, unknown>[] =>
  elementsOf(page)
    .filter((element) => attribute(element, 'type') === 'application/ld+json')
    .map((element) => JSON.parse(textOf(element)) as Record<string, unknown>)
