import { type Agreement, againstRest, alphaOf, ENOUGH_PAIRS, kappaOf, type Pair } from './agreement.ts'

/** One decision and its second look. A rule id of null: publish. */
export type AnsweredLook = {
  /** By the paper's clock: "2026-W48". */
  week: string
  firstRuleId: string | null
  secondRuleId: string | null
  firstStaffId: number
  secondStaffId: number
  /** With which the decision was drawn. */
  chance: number
}

/** `week` is too short for a pair of people or a rule: these look back over a quarter. */
export const WEEKS_BACK = 13

/** A number, or how many pairs there are where they are too few for one. */
export type Reading = { pairs: number; agreement: Agreement | null }

export type Calibration = {
  /** Of all decisions: each pair weighs 1 / chance. */
  weighed: Reading
  /** Of what was drawn, where the borderline is over-represented: lower, as a rule. */
  drawn: Reading
  alpha: { units: number; alpha: { value: number; low: number; high: number } } | null
  /** Weighed; in the order of `rules`, without those that nobody cited. */
  byRule: (Reading & { ruleId: string })[]
  /** Of two people, in whichever order they decided; unweighed, since few pairs with unequal weights say less still. */
  byPair: (Reading & { staffIds: [number, number] })[]
  /** Weighed; each of the weeks asked for, the oldest first. */
  byWeek: (Reading & { week: string })[]
}

const PUBLISH = 'publish'
// Rule ids are lower-case words; a colon keeps one called "publish" apart.
const labelOf = (ruleId: string | null): string => (ruleId === null ? PUBLISH : `rule:${ruleId}`)

const pairOf = (look: AnsweredLook, weight: number): Pair => ({
  first: labelOf(look.firstRuleId),
  second: labelOf(look.secondRuleId),
  weight,
})

const read = (pairs: readonly Pair[]): Reading => ({
  pairs: pairs.length,
  agreement: pairs.length < ENOUGH_PAIRS ? null : kappaOf(pairs),
})

const weighedPairs = (looks: readonly AnsweredLook[]): Pair[] =>
  looks.map((look) => pairOf(look, 1 / look.chance))

/** Everything the page says of the agreement, from what was looked at twice. */
export function calibrate(
  looks: readonly AnsweredLook[],
  about: { ruleIds: readonly string[]; weeks: readonly string[] },
): Calibration {
  const weighed = weighedPairs(looks)
  const plain = looks.map((look) => pairOf(look, 1))
  return {
    weighed: read(weighed),
    drawn: read(plain),
    alpha: looks.length < ENOUGH_PAIRS ? null : alphaOf(plain.map(({ first, second }) => [first, second])),
    byRule: about.ruleIds.flatMap((ruleId) => {
      const label = labelOf(ruleId)
      if (!weighed.some(({ first, second }) => first === label || second === label)) return []
      return { ruleId, ...read(againstRest(weighed, label)) }
    }),
    byPair: pairsOfPeople(looks),
    byWeek: about.weeks.map((week) => ({
      week,
      ...read(weighedPairs(looks.filter((look) => look.week === week))),
    })),
  }
}

/** By number of staff, which is the order they came in: never by how well they agree. */
function pairsOfPeople(looks: readonly AnsweredLook[]): Calibration['byPair'] {
  const people = new Map<string, { staffIds: [number, number]; pairs: Pair[] }>()
  for (const look of looks) {
    const { firstStaffId, secondStaffId } = look
    const staffIds: [number, number] =
      firstStaffId < secondStaffId ? [firstStaffId, secondStaffId] : [secondStaffId, firstStaffId]
    const own = people.get(staffIds.join()) ?? { staffIds, pairs: [] }
    const { first, second } = pairOf(look, 1)
    // A row of the table is a person: kappa asks how each of the two uses the labels, not who came first.
    own.pairs.push(
      firstStaffId === staffIds[0]
        ? { first, second, weight: 1 }
        : { first: second, second: first, weight: 1 },
    )
    people.set(staffIds.join(), own)
  }
  return [...people.values()]
    .sort((a, b) => a.staffIds[0] - b.staffIds[0] || a.staffIds[1] - b.staffIds[1])
    .map(({ staffIds, pairs }) => ({ staffIds, ...read(pairs) }))
}
