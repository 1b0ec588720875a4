import { advertisingPhrases } from './data/advertising.ts'
import {
  allegationClasses,
  allegationPhrases,
  assertionPhrases,
  attributionPhrases,
  hedgePhrases,
} from './data/allegations.ts'
import {
  counterPhrases,
  dehumanisingPhrases,
  incitementPhrases,
  inflammatoryClasses,
  threatPhrases,
} from './data/inflammatory.ts'
import { insultPhrases } from './data/insults.ts'
import { framedPhrases, harmlessPhrases, obsceneClasses, reclaimedPhrases } from './data/obscene-english.ts'
import { type Ground, groundsByBook } from './grounds.ts'
import { rememberLast } from './memo.ts'
import { phraseBooks } from './phrases.ts'
import type { Said } from './said.ts'

/** All phrases that the rules know, read together. */
const books = phraseBooks({
  framed: { phrases: framedPhrases, classes: obsceneClasses },
  harmless: { phrases: harmlessPhrases },
  reclaimed: { phrases: reclaimedPhrases },
  insult: { phrases: insultPhrases },
  threat: { phrases: threatPhrases, classes: inflammatoryClasses },
  incitement: { phrases: incitementPhrases, classes: inflammatoryClasses },
  dehumanising: { phrases: dehumanisingPhrases, classes: inflammatoryClasses },
  counter: { phrases: { 1: counterPhrases }, classes: inflammatoryClasses },
  allegation: { phrases: allegationPhrases, classes: allegationClasses },
  attribution: { phrases: { 1: attributionPhrases }, classes: allegationClasses },
  hedge: { phrases: { 1: hedgePhrases }, classes: allegationClasses },
  assertion: { phrases: { 1: assertionPhrases }, classes: allegationClasses },
  advert: { phrases: advertisingPhrases },
})

export type BookName = (typeof books.names)[number]

const read = rememberLast((said: Said) => groundsByBook(said, books))
const none: readonly Ground[] = []

/** The phrases of one book that a comment holds. All are looked for when the first is asked for. */
export const groundsIn = (said: Said, book: BookName): readonly Ground[] => read(said).get(book) ?? none
