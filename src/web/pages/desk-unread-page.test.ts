import { describe, expect, it } from 'vitest'
import { formsIn } from '../../../test/support/desk-samples.ts'
import { armed, arming, points, unread } from '../../../test/support/unread-samples.ts'
import { paths } from '../paths.ts'
import { deskUnreadPage } from './desk-unread-page.ts'

const markupOf = (props: Parameters<typeof deskUnreadPage>[0]) => deskUnreadPage(props).markup
const actions = (markup: string) => formsIn(markup).map((form) => form.action)

describe('the page of publishing unread', () => {
  it('says in words what would be confirmed, and sends the same figures with it', () => {
    const markup = markupOf({ ...unread('Words'), refusal: null })
    expect(markup).toContain(
      'Publish the lowest 20 % unread: expect 3 % of breaches missed, between 1 % and 5 %.',
    )
    const form = formsIn(markup).find(({ action }) => action === paths.desk.unreadArming())
    expect(form?.fields).toMatchObject({ share: '20', seen: '3 1 5' })
  })

  it('has every figure of the plot in a table as well', () => {
    const markup = markupOf(unread('Words'))
    expect(markup).toContain('role="img" aria-labelledby="curve-words"')
    for (const { share } of points)
      expect(markup).toMatch(new RegExp(`<th scope="row"><a [^>]+>${100 * share} %</a></th>`))
    expect(markup).toContain('5.0 % <span class="soft">2.5 to 10 %</span>')
  })

  it('says where the curve comes from', () => {
    expect(markupOf(unread('Words'))).toContain('as if one comment in 10 of yours broke a rule')
    const own = { source: 'own' as const, curve: { decisions: 612, breaches: 40, points }, breachShare: null }
    expect(markupOf({ ...unread('Words'), inHand: own })).toContain(
      'From the desk’s own last 612 decisions on comments that a person read, 40 breaches among them.',
    )
  })

  it('armed, it offers its end and nothing else', () => {
    const markup = markupOf(armed('Words'))
    expect(actions(markup)).toContain(paths.desk.unreadEnd())
    expect(actions(markup)).not.toContain(paths.desk.unreadArming())
    expect(markup).not.toContain('aria-label="Choose')
  })

  it('shows no way to arm to whoever may not, nor where there is no curve', () => {
    expect(actions(markupOf(unread('Words', 'senior')))).not.toContain(paths.desk.unreadArming())
    const without = markupOf({ ...unread('Words'), inHand: undefined, chosen: undefined })
    expect(actions(without)).not.toContain(paths.desk.unreadArming())
    expect(without).toContain('Until then nothing can be armed')
  })

  it.each([
    ['audit', 'the audit found more breaches than the upper bound'],
    ['engine', 'the engine changed'],
    ['policy', 'the policy changed'],
    ['expired', 'after 30 days'],
  ] as const)('ended by %s, it says why', (endedWhy, words) => {
    const ended = arming('Words', { endedAt: arming('').armedAt, endedWhy })
    const state = armed('Words').state
    if (!state) throw new Error('the sample is armed')
    expect(markupOf({ ...unread('Words'), state: { ...state, arming: ended } })).toContain(words)
  })
})
