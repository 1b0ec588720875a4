import { shippedCurve } from '../../src/shipped-curve.ts'
import { type Archive, assumed, makeArchive } from './archive.ts'
import { type Labour, type Mode, type OrderName, type Outcome, replay } from './replay.ts'

/** The seeds, so that anybody gets the same figures. */
export const SEEDS = [11, 12, 13, 14, 15] as const
const orders: readonly OrderName[] = ['harm', 'oldest', 'newest']

/** A hundred decisions an hour, as newsrooms report; two moderators, who share the hours of a day between them. */
const MINUTES_EACH = 0.6
const MODERATORS = 2

/** `hours` of work a day, from eight in the morning on, or all day at a pace that comes to the same. */
function labourOf(hoursADay: number, nights: boolean): Labour {
  if (nights)
    return {
      moderators: MODERATORS,
      minutesEach: (MINUTES_EACH * 24 * MODERATORS) / hoursADay,
      staffed: () => true,
    }
  const each = (hoursADay / MODERATORS) * 60
  return {
    moderators: MODERATORS,
    minutesEach: MINUTES_EACH,
    staffed: (minute) => (minute + 1_440 - 480) % 1_440 < each,
  }
}

export type ExposureRow = {
  mode: Mode
  labour: string
  /** Of the measure, by order: the median over the seeds. */
  medians: Record<OrderName, number>
  measure: string
  /** Ours over the better of the two, for each seed. */
  ratios: number[]
}

const work: readonly (readonly [string, Labour])[] = [
  ['20 hours a day, day and night', labourOf(20, true)],
  ['24 hours a day, day and night', labourOf(24, true)],
  ['16 hours a day, day and night', labourOf(16, true)],
  ['20 hours a day, nobody at night', labourOf(20, false)],
]

const measures: readonly (readonly [Mode, string, (outcome: Outcome) => number])[] = [
  ['post', 'minutes that breaches were public', ({ breachMinutes }) => breachMinutes],
  ['post', 'page requests that showed a breach', ({ breachRequests }) => breachRequests],
  ['post', 'the same × severity', ({ breachHarm }) => breachHarm],
  ['post, flagged held', 'minutes that breaches were public', ({ breachMinutes }) => breachMinutes],
  ['post, flagged held', 'page requests that showed a breach', ({ breachRequests }) => breachRequests],
  ['post, flagged held', 'the same × severity', ({ breachHarm }) => breachHarm],
  ['pre', 'minutes that good comments were kept', ({ goodMinutes }) => goodMinutes],
  ['pre', 'page requests that missed a good comment', ({ goodRequests }) => goodRequests],
]

/** Replays every archive in each order, with the same labour; yields what is measured as it comes. */
export function* measureExposure(): Generator<ExposureRow> {
  const curve = shippedCurve()
  const archives: Archive[] = SEEDS.map((seed) => makeArchive(seed, curve))
  for (const mode of ['post', 'post, flagged held', 'pre'] as const)
    for (const [name, labour] of work) {
      const outcomes = archives.map((archive) => {
        const by = Object.fromEntries(
          orders.map((order) => [order, replay(archive, order, mode, labour)]),
        ) as Record<OrderName, Outcome>
        if (new Set(orders.map((order) => by[order].decided)).size !== 1)
          throw new Error('the orders did not do the same work')
        return by
      })
      for (const [measuredIn, measure, figureOf] of measures)
        if (measuredIn === mode)
          yield {
            mode,
            labour: name,
            measure,
            medians: Object.fromEntries(
              orders.map((order) => [order, median(outcomes.map((by) => figureOf(by[order])))]),
            ) as Record<OrderName, number>,
            ratios: outcomes.map(
              (by) => figureOf(by.harm) / Math.min(figureOf(by.oldest), figureOf(by.newest)),
            ),
          }
    }
}

const median = (list: readonly number[]): number =>
  [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0

export const sayArchive = (): string =>
  `${SEEDS.length} archives (seeds ${SEEDS.join(', ')}) of ${assumed.days} days, ${assumed.commentsADay.toLocaleString('en-GB')} comments a day, a tenth of them breaches`
