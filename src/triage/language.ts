import { eld } from 'eld/extrasmall'

/** Below this many letters a name or a cry decides what language a text is said to be in. */
const FEWEST_LETTERS = 20
/** A detector that reads on learns no more; one that reads all lets a long comment stall the others. */
const SAMPLE = 1000

/** Frequent words that only English has. The detector costs fifty times what looking for them costs. */
const englishWords =
  /\b(?:about|because|been|could|from|should|that|their|there|they|this|was|were|what|which|who|with|would)\b/g

/** "/de/ich-und-du" is no German. */
const addresses = /(?:https?:|www\.)\S*|\S{1,64}@\S+/g

/**
 * The language of a text, ISO 639-1; undefined where there is too little of it, or where it could as well be another:
 * Hindi in Latin letters, two languages in one comment.
 */
export function languageOf(text: string): string | undefined {
  const sample = text.slice(0, SAMPLE).toLowerCase().replace(addresses, ' ')
  const words = sample.match(/\p{L}[\p{L}\p{M}'’]*/gu) ?? []
  const letters = words.reduce((sum, word) => sum + word.length, 0)
  // A character of these scripts says as much as a syllable or a word.
  const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(sample)
  if (letters < (dense ? FEWEST_LETTERS / 4 : FEWEST_LETTERS)) return undefined
  const english = sample.match(englishWords)
  if (english && new Set(english).size >= 2 && english.length >= words.length / 12) return 'en'
  const found = eld.detect(words.join(' '))
  return found.isReliable() ? found.language : undefined
}
