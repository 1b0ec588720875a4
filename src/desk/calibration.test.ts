import { expect, it } from 'vitest'
import { type AnsweredLook, calibrate } from './calibration.ts'

const look = (about: Partial<AnsweredLook>): AnsweredLook => ({
  week: '2026-W48',
  firstRuleId: null,
  secondRuleId: null,
  firstStaffId: 1,
  secondStaffId: 2,
  chance: 0.05,
  ...about,
})
const times = (n: number, about: Partial<AnsweredLook>) => Array.from({ length: n }, () => look(about))
const about = { ruleIds: ['spam', 'link'], weeks: ['2026-W47', '2026-W48'] }

it('gives no number from fewer than thirty pairs', () => {
  const few = calibrate(times(29, {}), about)
  for (const reading of [few.weighed, few.drawn, ...few.byPair, ...few.byWeek])
    expect(reading.agreement).toBeNull()
  expect(few.alpha).toBeNull()
  expect(few.byWeek.map(({ week, pairs }) => [week, pairs])).toEqual([
    ['2026-W47', 0],
    ['2026-W48', 29],
  ])
  expect(calibrate(times(30, { secondRuleId: 'spam' }), about).weighed.agreement).not.toBeNull()
})

it('weighs what was drawn seldom as the many that it stands for', () => {
  // 40 clear ones, drawn at 2 %, agree; of 20 borderline ones, drawn at 20 %, half do not.
  const looks = [
    ...times(30, { chance: 0.02 }),
    ...times(10, { chance: 0.02, firstRuleId: 'spam', secondRuleId: 'spam' }),
    ...times(10, { chance: 0.2 }),
    ...times(10, { chance: 0.2, secondRuleId: 'spam' }),
  ]
  const { weighed, drawn } = calibrate(looks, about)
  expect(drawn.agreement?.observed.value).toBeCloseTo(50 / 60, 12)
  expect(weighed.agreement?.observed.value).toBeCloseTo((40 * 50 + 10 * 5) / (40 * 50 + 20 * 5), 12)
  expect(weighed.agreement?.kappa?.value).toBeGreaterThan(drawn.agreement?.kappa?.value ?? 1)
})

it('leaves out rules that nobody cited, and counts two people as one pair whoever came first', () => {
  const looks = [
    ...times(20, { firstRuleId: 'spam', secondRuleId: 'spam' }),
    ...times(20, { firstStaffId: 2, secondStaffId: 1 }),
    ...times(3, { firstStaffId: 3 }),
  ]
  const { byRule, byPair } = calibrate(looks, about)
  expect(byRule.map(({ ruleId }) => ruleId)).toEqual(['spam'])
  expect(byPair.map(({ staffIds, pairs }) => [...staffIds, pairs])).toEqual([
    [1, 2, 40],
    [2, 3, 3],
  ])
  expect(byPair[0]?.agreement?.kappa?.value).toBe(1)
})

it('takes a rule named “publish” for a rule', () => {
  const looks = times(30, { firstRuleId: 'publish' })
  expect(calibrate(looks, about).drawn.agreement?.observed.value).toBe(0)
})
