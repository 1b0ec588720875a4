import { expect, it } from 'vitest'
import { expectedHarm, type HarmFacts, NO_RULE } from '../../desk/expected-harm.ts'
import { harmDetails } from './desk-harm.ts'

const facts: HarmFacts = {
  worst: { ruleId: 'personal_attack', probability: 0.62, severity: 3 },
  requests: 140,
  depth: 0,
  isPublic: true,
  reports: null,
  clockRun: null,
}
const shown = (over: Partial<HarmFacts> = {}): string =>
  harmDetails(expectedHarm({ ...facts, ...over }), [{ id: 'personal_attack', title: 'Personal attack' }])
    .markup.replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

it('the score is a word and a number, and opens into its terms with their units', () => {
  const markup = harmDetails(expectedHarm(facts), []).markup
  expect(markup).toMatch(/^<details class="harm"><summary>Urgency: <b>high<\/b>, 260<\/summary>/)
  expect(shown()).toContain(
    '62 % likely under “Personal attack” × severity 3 × 140 page requests in 5 minutes 260',
  )
})

it('a held comment says what it is reduced for, and what a good one waits for', () => {
  const words = shown({ isPublic: false, depth: 3 })
  expect(words).toContain(
    '140 page requests in 5 minutes × 0.50 for how deep it stands × 0.1 since it is not public',
  )
  expect(words).toContain('38 % likely a good comment that waits')
})

it('reports and their deadline stand beside, each with its points', () => {
  const words = shown({ reports: { count: 2, weight: 0.36, severity: 3 }, clockRun: 0.81 })
  expect(words).toContain('2 reports, 36 % likely right × severity 3 × 140 page requests in 5 minutes 151')
  expect(words).toContain('81 % of the 24 hours in which a report is answered have run 256')
})

it('what is assumed is called assumed', () => {
  expect(shown({ worst: NO_RULE })).toContain('No rule spoke: taken as 10 % likely, severity 3')
})

it('its place is said in hours of waiting', () => {
  const slight = { ruleId: 'personal_attack', probability: 0.125, severity: 1 }
  expect(shown({ worst: slight, requests: 64 })).toContain('stands 18 hours ahead of a comment of one point')
  expect(shown({ worst: slight, requests: 1 })).toContain('stands 12 hours behind a comment of one point')
})

it('what nothing has scored yet says so', () => {
  expect(harmDetails(null, []).markup).toContain('not scored yet')
})
