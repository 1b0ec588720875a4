/** Letters. A policy or a front matter indents a fifth of it. */
const DEEPEST_INDENT = 64
/** Marks that can begin a level within one line, prose with dashes and colons included. */
const MOST_LEVELS_IN_A_LINE = 40
/** `[` and `{` in the whole text; the shipped policy has 24. */
const MOST_BRACKETS = 300

/**
 * The first line, counted from 1, at which a YAML text may be nested deeper than people nest. The parser calls itself
 * once a level: ten thousand brackets cost seconds, and a stack that ends inside V8's regular expressions ends the
 * process. An upper bound, in one pass: closing brackets are not subtracted, since one in a string or a comment would
 * make a deep text look shallow.
 */
export function overNestedAt(yaml: string): number | undefined {
  let brackets = 0
  for (const [i, line] of yaml.split(/\r\n|[\n\r]/).entries()) {
    const indent = line.length - line.trimStart().length
    const levels = line.match(/[-?:](?=\s|$)/g)?.length ?? 0
    brackets += line.match(/[[{]/g)?.length ?? 0
    if (indent > DEEPEST_INDENT || levels > MOST_LEVELS_IN_A_LINE || brackets > MOST_BRACKETS) return i + 1
  }
  return undefined
}
