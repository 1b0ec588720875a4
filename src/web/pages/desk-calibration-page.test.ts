import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frame, NOW, rules, skeletonOf } from '../../../test/support/desk-samples.ts'
import type { Role } from '../../accounts/staff.ts'
import { calibrate } from '../../desk/calibration.ts'
import { type DeskCalibrationProps, deskCalibrationPage } from './desk-calibration-page.ts'
import { agreementRows, csvOf } from './desk-calibration-table.ts'
import { deskSecondLookPage } from './desk-second-look-page.ts'

const weeks = ['2026-W47', '2026-W48']

/** Eighty second looks in two weeks: every fifth differs. */
const calibration = calibrate(
  Array.from({ length: 80 }, (_, i) => ({
    week: weeks[i % 2] ?? '',
    firstRuleId: i % 3 === 0 ? 'spam' : null,
    secondRuleId: i % 5 === 0 ? 'link' : i % 3 === 0 ? 'spam' : null,
    firstStaffId: 1,
    secondStaffId: 2,
    chance: 0.03,
  })),
  { ruleIds: ['spam', 'link'], weeks },
)

const props = (words: string, role: Role = 'editor'): DeskCalibrationProps => ({
  frame: frame(words, role),
  week: '2026-W48',
  before: '2026-W47',
  next: null,
  rules: rules(words),
  calibration,
  names: new Map([
    [1, words],
    [2, words],
  ]),
  disagreements: [
    {
      lookId: 4,
      commentId: 412,
      revisionNo: 1,
      text: words,
      headline: words,
      firstAct: 'publish',
      firstRuleId: null,
      firstBy: words,
      secondRuleId: 'spam',
      secondBy: words,
      answeredAt: NOW,
      pinnedTo: ['spam'],
    },
  ],
  typed: { commentId: 412, revisionNo: 1, ruleId: 'spam', note: words },
  notice: words,
})

const secondLook = (words: string) =>
  deskSecondLookPage({
    frame: frame(words),
    look: {
      lookId: 4,
      text: words,
      printedName: words,
      headline: words,
      standfirst: `${words}.`,
      section: words,
      parent: { printedName: words, text: words },
    },
    waiting: 1,
    share: 3,
    rules: rules(words),
    notice: words,
  })

describe('the calibration page and the second look', () => {
  it('have the same elements for any words at all', () => {
    const [calibrated, looked] = [
      skeletonOf(deskCalibrationPage(props('plain')).markup),
      skeletonOf(secondLook('plain').markup),
    ]
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), (words) => {
        expect(skeletonOf(deskCalibrationPage(props(words)).markup)).toEqual(calibrated)
        expect(skeletonOf(secondLook(words).markup)).toEqual(looked)
      }),
    )
  })

  it('draw a point with its interval for each week that has enough, and say the same in the table', () => {
    const { markup } = deskCalibrationPage(props('Asha'))
    expect(markup.match(/class="interval"/g)).toHaveLength(2)
    expect(markup.match(/<tr><th scope="row">2026-W4[78]<\/th><td>40<\/td>/g)).toHaveLength(2)
  })

  it('name nobody to a moderator, and give no form that an editor alone may send', () => {
    const { markup } = deskCalibrationPage({ ...props('Asha', 'moderator'), names: null })
    expect(markup).not.toContain('By pair of people')
    expect(markup).not.toMatch(/first, Asha|second, Asha/)
    expect(markup).not.toContain('/desk/examples"')
  })
})

it('the table as a file takes no name for a formula, and quotes what is in it', () => {
  const names = new Map([
    [1, '=HYPERLINK("https://evil.example")'],
    [2, 'Asha "A", Rao'],
  ])
  const csv = csvOf(agreementRows(calibration, { rules: rules(), names }))
  expect(csv).toContain(`pair,"'=HYPERLINK(""https://evil.example"") and Asha ""A"", Rao",80,`)
  for (const line of csv.trim().split('\r\n'))
    expect(line.replace(/"(?:[^"]|"")*"/g, '').split(',')).toHaveLength(10)
})
