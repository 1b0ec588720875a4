import { languageOf } from './language.ts'
import { type Said, saidOf } from './said.ts'
import type { TokensOf } from './tokens.ts'

/** What several detectors need to know of the same text. */
export type TextSource = {
  said(text: string): Said
  language(text: string): string | undefined
}

/** Remembers the last text: the detectors of one comment ask one after the other. */
export function createTextSource(tokensOf: TokensOf): TextSource {
  return {
    said: rememberLast((text) => saidOf(text, tokensOf(text))),
    language: rememberLast(languageOf),
  }
}

function rememberLast<Result>(compute: (text: string) => Result): (text: string) => Result {
  let last: { text: string; result: Result } | undefined
  return (text) => {
    if (last?.text !== text) last = { text, result: compute(text) }
    return last.result
  }
}
