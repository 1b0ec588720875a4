import { groupTerms } from '../src/triage/data/group-terms.ts'
import { fold } from '../src/triage/fold.ts'
import type { Vocabulary } from '../src/triage/vocabulary.ts'
import type { PoolRow } from './pool.ts'

// Below five texts a word is a name, a slip or a stretched form more often than a word.
const fewestTexts = 5
const fewestToxicTexts = 8
// Words a text with which has about three and a half times the odds of being toxic that any text has.
const leastLogOdds = 1.25
// Corpora gathered by searching for swear words: there the odds say what was searched for.
const gathered = new Set(['davidson', 'hatexplain', 'edos', 'hatemoji', 'stormfront'])

type Count = { texts: number; toxic: number; clean: number }

/** The words of the pool, and those of them that people disguise. */
export function vocabularyOf(rows: readonly PoolRow[]): Vocabulary {
  const counts = new Map<string, Count>()
  let toxic = 0
  let clean = 0
  for (const row of rows) {
    const judged = !gathered.has(row.src)
    if (judged && row.toxic === 1) toxic++
    if (judged && row.toxic === 0) clean++
    for (const word of wordsOf(row.text)) {
      const count = counts.get(word) ?? { texts: 0, toxic: 0, clean: 0 }
      counts.set(word, count)
      count.texts++
      if (judged && row.toxic === 1) count.toxic++
      if (judged && row.toxic === 0) count.clean++
    }
  }
  const known = [...counts]
    .filter(([word, { texts }]) => texts >= fewestTexts && (word.length < 4 || !/(.)\1\1/.test(word)))
    .sort(([a, x], [b, y]) => y.texts - x.texts || (a < b ? -1 : 1))
  const logOdds = (count: Count): number =>
    Math.log((count.toxic + 0.5) / (count.clean + 0.5)) - Math.log(toxic / clean)
  return {
    known: known.map(([word]) => word),
    offensive: known
      .filter(([word, count]) => isDisguisable(word, count) && logOdds(count) > leastLogOdds)
      .map(([word]) => word),
  }
}

const groupNames = new Set([...groupTerms.singular, ...groupTerms.plural])

const isDisguisable = (word: string, count: Count): boolean =>
  word.length > 2 && /^[a-z]+$/.test(word) && count.toxic >= fewestToxicTexts && !groupNames.has(word)

const wordsOf = (text: string): Set<string> =>
  new Set(
    fold(text)
      .text.toLowerCase()
      .match(/(?<![\p{L}\p{N}*@$!_])[a-z]{1,24}(?:'[a-z]{1,4})?(?![\p{L}\p{N}*@$_])/gu),
  )
