import { defaultTreeAdapter as tree } from 'parse5'
import { attribute, type Element, type Node } from './page.ts'

/** Elements that stand within a line; all others begin a paragraph of the bidi algorithm (CSS Writing Modes 3, 2.4.3). */
const inline = new Set(
  'a abbr b bdi bdo button cite code data dfn em i input kbd label mark q s samp small span strong sub sup time u var'.split(
    ' ',
  ),
)
const notPrinted = new Set(['script', 'style', 'template'])
/** A form control is a box of its own. */
const boxes = new Set(['input', 'textarea', 'button', 'select'])
/** HTML, 15.3.6: `bdi` and whatever has `dir` is isolated. */
const isolates = (element: Element): boolean =>
  element.tagName === 'bdi' || boxes.has(element.tagName) || attribute(element, 'dir') !== undefined

/** Whether all that stands in it is one person's text, whatever its direction. */
const holdsOneText = (element: Element): boolean =>
  element.tagName === 'bdi' || element.tagName === 'textarea' || attribute(element, 'dir') === 'auto'

type Piece = { text: string; alone: boolean }

/** What a neighbour sees of an isolate: one neutral. */
const ISOLATE: Piece = { text: '\uFFFC', alone: true }

/** The lines of a page that the bidi algorithm orders as one, each as its pieces of text. */
function linesOf(root: Node): Piece[][] {
  const lines: Piece[][] = []
  let line: Piece[] = []
  const finish = (): void => {
    lines.push(line)
    line = []
  }
  const walk = (node: Node, alone: boolean): void => {
    if (tree.isTextNode(node)) line.push({ text: node.value, alone })
    if (!('childNodes' in node)) return
    if (!tree.isElementNode(node)) for (const child of node.childNodes) walk(child, alone)
    else if (!notPrinted.has(node.tagName)) walkElement(node, alone || holdsOneText(node))
  }
  const walkElement = (element: Element, alone: boolean): void => {
    const outer = line
    const within = inline.has(element.tagName) || boxes.has(element.tagName)
    if (within && isolates(element)) line = []
    else if (!within) finish()
    for (const child of element.childNodes) walk(child, alone)
    if (within && !isolates(element)) return
    finish()
    if (within) line = [...outer, ISOLATE]
  }
  walk(root, false)
  finish()
  return lines
}

const controls = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/**
 * Texts of a page that could reorder what stands beside them: a control of direction that nothing isolates, or
 * right-to-left letters whose neighbour in the same line is a number or another right-to-left text (UAX 9, W1 to W7
 * and N1). For pages that are themselves written from left to right.
 */
export function reordering(page: Node): string[] {
  return linesOf(page).flatMap((line) =>
    line.flatMap(({ text, alone }, i) => {
      if (!alone && controls.test(text)) return [`a control in ${JSON.stringify(text)}`]
      if (!rightToLeft.test([...text].findLast((letter) => /\p{L}/u.test(letter)) ?? '')) return []
      const behind = line.slice(i + 1).flatMap((piece) => [...piece.text])
      const next = behind.find((letter) => /[\p{L}\p{N}]/u.test(letter)) ?? ''
      return /\p{N}/u.test(next) || rightToLeft.test(next)
        ? [`${JSON.stringify(text)} takes ${JSON.stringify(behind.join('').slice(0, 20))} along`]
        : []
    }),
  )
}
