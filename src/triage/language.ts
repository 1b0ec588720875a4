import { eld } from 'eld/extrasmall'

/** Below this many letters a name or a cry decides what language a text is said to be in. */
const FEWEST_LETTERS = 20
/** A detector that reads on learns no more; one that reads all lets a long comment stall the others. */
const SAMPLE = 1000

/** Frequent words that are English and hardly another language's. Looking for them costs a fiftieth of asking eld. */
const englishWords: ReadonlySet<string> = new Set(
  `about and are because been could from has have he his not of should she that the their there they this to was were
  what which who with would you your`.split(/\s+/),
)

/** "/de/ich-und-du" is no German. */
const addresses = /(?:https?:|www\.)\S*|\S{1,64}@\S+/gi

/**
 * The language of a text, ISO 639-1; undefined where there is too little of it, or where it could as well be another:
 * Hindi in Latin letters, two languages in one comment. `isMostlyEnglish` knows English words, and is asked before a
 * detector that knows letters only.
 */
export function languageOf(
  text: string,
  isMostlyEnglish: (text: string) => boolean = () => false,
): string | undefined {
  const sample = text.slice(0, SAMPLE)
  return isPlainEnglish(sample) ? 'en' : detected(sample.replace(addresses, ' '), () => isMostlyEnglish(text))
}

/** Whether most letters of a text's beginning are not Latin. */
export function isInAnotherScript(text: string): boolean {
  if (!/[^\x00-\x7f]/.test(text)) return false
  const letters = text.slice(0, SAMPLE).match(/\p{L}/gu) ?? []
  return letters.filter((letter) => !/\p{Script=Latin}/u.test(letter)).length > letters.length / 2
}

function isPlainEnglish(sample: string): boolean {
  const words = sample.toLowerCase().split(/[^a-z']+/)
  const different = new Set<string>()
  let english = 0
  for (const word of words)
    if (englishWords.has(word)) {
      english++
      different.add(word)
    }
  return english >= words.length / 6 && different.size >= 3
}

function detected(sample: string, isMostlyEnglish: () => boolean): string | undefined {
  const words = sample.match(/\p{L}[\p{L}\p{M}'’]*/gu) ?? []
  const letters = words.reduce((sum, word) => sum + word.length, 0)
  // A character of these scripts says as much as a syllable or a word.
  const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(sample)
  if (letters < (dense ? FEWEST_LETTERS / 4 : FEWEST_LETTERS)) return undefined
  if (isMostlyEnglish()) return 'en'
  const found = eld.detect(words.join(' '))
  return found.isReliable() ? found.language : undefined
}
