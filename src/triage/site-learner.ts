import { invariant } from '../lib/invariant.ts'
import { exactLogistic } from './exact-logistic.ts'
import { siteBucketCount } from './site-features.ts'

/** Changes with every change to what the same decisions teach; a state of another version is learnt again. */
export const SITE_LEARNER = 'site-learner-2'

/** What one decision says of one rule. */
export type Example = {
  rule: string
  /** Distinct and ascending, below `siteBucketCount`. */
  buckets: Uint16Array
  /** What the shipped engine thinks of the text under this rule, as log-odds. */
  baseLogit: number
  broke: boolean
  /** Above 0, at most 1: how much the decision counts. */
  weight: number
}

/** The two sums that FTRL-Proximal keeps of each bucket, z and n in the paper; the last place is the intercept's. */
export type RuleMemory = { z: Float32Array; n: Float32Array; examples: number }

export type SiteState = { readonly rules: ReadonlyMap<string, Readonly<RuleMemory>> }

export const nothingLearnt: SiteState = { rules: new Map() }

const intercept = siteBucketCount
export const memoryLength = siteBucketCount + 1

// The paper's alpha, beta and lambda 2, chosen on the development sets read as a stream, with the linear stage as base.
// Lambda 1 is left out: it saves memory that is fixed here, and made no set better.
const rate = 1
const caution = 1
const ridge = 0.5

/** In log-odds. What the desk taught corrects the engine; it does not replace it. */
export const largestAdjustment = 3

/** No bucket's weight grows beyond it: a word that a campaign repeats is one feature, not a lever. */
export const largestWeight = 4

/** In log-odds. A base beyond it is certain, and would teach nothing. */
export const largestBase = 40

const curb = (n: number): number => (caution + Math.sqrt(n)) / rate + ridge

const weightAt = ({ z, n }: Readonly<RuleMemory>, bucket: number): number =>
  -(z[bucket] as number) / curb(n[bucket] as number)

/** A text counts the same whatever its length, as in the linear model. */
const featureValue = (featureCount: number): number => 1 / Math.sqrt(Math.max(1, featureCount))

function weightSum(memory: Readonly<RuleMemory>, buckets: Uint16Array): number {
  let sum = 0
  for (const bucket of buckets) sum += weightAt(memory, bucket)
  return sum
}

const unbounded = (memory: Readonly<RuleMemory>, buckets: Uint16Array): number =>
  weightAt(memory, intercept) + weightSum(memory, buckets) * featureValue(buckets.length)

const bounded = (sum: number): number => Math.max(-largestAdjustment, Math.min(largestAdjustment, sum))

/** The log-odds to add to the engine's own for this rule: 0 where nothing has been learnt. */
export function adjustment(state: SiteState, rule: string, buckets: Uint16Array): number {
  checkBuckets(buckets)
  const memory = state.rules.get(rule)
  return memory === undefined ? 0 : bounded(unbounded(memory, buckets))
}

/** The weights of a state as live scores read them: all rules of one bucket side by side, so that it is looked up once. */
export type SiteWeights = { readonly rules: readonly string[]; readonly table: Float64Array }

export function weightsOf(state: SiteState): SiteWeights {
  const rules = [...state.rules.keys()].sort()
  const table = new Float64Array(memoryLength * rules.length)
  rules.forEach((rule, r) => {
    const memory = state.rules.get(rule)
    for (let bucket = 0; memory && bucket < memoryLength; bucket++)
      table[bucket * rules.length + r] = weightAt(memory, bucket)
  })
  return { rules, table }
}

/** `adjustment` of each rule in their order, to the same bits. */
export function adjustmentsOf(weights: SiteWeights, buckets: Uint16Array): Float64Array {
  const { rules, table } = weights
  const sums = partsOf(weights, buckets, buckets.length)
  for (let r = 0; r < rules.length; r++)
    sums[r] = bounded((table[intercept * rules.length + r] as number) + (sums[r] as number))
  return sums
}

/** `partOf` of each rule in their order. */
export function partsOf(
  { rules, table }: SiteWeights,
  buckets: Uint16Array,
  featureCount: number,
): Float64Array {
  const sums = new Float64Array(rules.length)
  for (const bucket of buckets)
    for (let r = 0, at = bucket * rules.length; r < rules.length; r++, at++)
      sums[r] = (sums[r] as number) + (table[at] as number)
  const value = featureValue(featureCount)
  for (let r = 0; r < rules.length; r++) sums[r] = (sums[r] as number) * value
  return sums
}

/**
 * Of an adjustment what reaches a score, in log-odds. Nothing where the engine is certain; and it lowers no estimate
 * below `seenLogit`, what the rules saw word for word: harmless comments with a word in them, however many were let
 * through, open no door to the word where it wounds.
 */
export const spokenPart = (adjusted: number, baseLogit: number, seenLogit: number | null): number =>
  Math.abs(baseLogit) >= largestBase
    ? 0
    : Math.max(adjusted, Math.min(0, (seenLogit ?? -largestBase) - baseLogit))

/** Of that, what some buckets of a text of `featureCount` features add, before the bound. */
export function partOf(state: SiteState, rule: string, buckets: Uint16Array, featureCount: number): number {
  const memory = state.rules.get(rule)
  return memory === undefined ? 0 : weightSum(memory, buckets) * featureValue(featureCount)
}

/**
 * A logistic layer for each rule on top of the engine's log-odds, learnt example by example with FTRL-Proximal (McMahan
 * et al. 2013, "Ad Click Prediction: a View from the Trenches", algorithm 1). The same examples in the same order give
 * the same bytes. `adjustments` are those in force before each example was learnt.
 */
export function learn(
  state: SiteState,
  examples: readonly Example[],
): { state: SiteState; adjustments: Float64Array } {
  const copied = new Map<string, RuleMemory>()
  const adjustments = Float64Array.from(examples, (example) => {
    checkExample(example)
    const memory = copied.get(example.rule) ?? copyOf(state.rules.get(example.rule))
    copied.set(example.rule, memory)
    return step(memory, example)
  })
  return { state: { rules: new Map([...state.rules, ...copied]) }, adjustments }
}

const copyOf = (memory: Readonly<RuleMemory> | undefined): RuleMemory => ({
  z: memory?.z.slice() ?? new Float32Array(memoryLength),
  n: memory?.n.slice() ?? new Float32Array(memoryLength),
  examples: memory?.examples ?? 0,
})

function step(memory: RuleMemory, { buckets, baseLogit, broke, weight }: Example): number {
  const sum = unbounded(memory, buckets)
  const before = bounded(sum)
  const error = exactLogistic(baseLogit + before) - (broke ? 1 : 0)
  memory.examples++
  // At the bound more of the same changes no score, and would have to be unlearnt one by one.
  if (broke ? sum >= largestAdjustment : sum <= -largestAdjustment) return before
  const gradient = error * weight
  for (const bucket of buckets) move(memory, bucket, gradient * featureValue(buckets.length))
  move(memory, intercept, gradient)
  return before
}

function move(memory: RuleMemory, bucket: number, gradient: number): void {
  const { z, n } = memory
  const before = n[bucket] as number
  const squares = Math.fround(before + gradient * gradient)
  const sigma = (Math.sqrt(squares) - Math.sqrt(before)) / rate
  const sum = (z[bucket] as number) + gradient - sigma * weightAt(memory, bucket)
  const limit = largestWeight * curb(squares)
  z[bucket] = Math.max(-limit, Math.min(limit, sum))
  n[bucket] = squares
}

function checkBuckets(buckets: Uint16Array): void {
  invariant(buckets instanceof Uint16Array, 'features are whole numbers below the number of buckets')
  for (let i = 1; i < buckets.length; i++)
    invariant((buckets[i - 1] as number) < (buckets[i] as number), 'features are distinct and ascending')
}

/** One number that is none would spread to every weight, and from there to every score. */
function checkExample({ rule, buckets, baseLogit, weight }: Example): void {
  checkBuckets(buckets)
  invariant(rule !== '', 'an example is about a rule')
  invariant(Math.abs(baseLogit) <= largestBase, 'a base score is a number within bounds')
  invariant(weight > 0 && weight <= 1, 'a weight lies above 0 and is at most 1')
}
