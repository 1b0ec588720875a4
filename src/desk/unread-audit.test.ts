import { describe, expect, it } from 'vitest'
import { randomOf } from '../../training/random.ts'
import { auditFinding } from './unread-audit.ts'

const expected = { breaching: { value: 0.01, low: 0.005, high: 0.02 } }

describe('what the audit says of what was expected', () => {
  it('an audit that found nothing raises no alarm, however little was read', () => {
    expect(auditFinding({ read: 0, breaches: 0 }, expected)).toBe('as_expected')
    expect(auditFinding({ read: 1000, breaches: 0 }, expected)).toBe('as_expected')
  })

  it('one breach early is chance, three of ten are not', () => {
    expect(auditFinding({ read: 30, breaches: 1 }, expected)).toBe('as_expected')
    expect(auditFinding({ read: 10, breaches: 3 }, expected)).toBe('alarm')
  })

  it('between what was expected and its upper bound it says so and goes on', () => {
    expect(auditFinding({ read: 400, breaches: 9 }, expected)).toBe('more')
  })

  it('any breach is more where none was expected', () => {
    expect(auditFinding({ read: 5, breaches: 1 }, { breaching: { value: 0, low: 0, high: 0.3 } })).toBe(
      'more',
    )
  })

  it('asked after each of a thousand decisions, it stops what is as expected in fewer than one year of fifty', () => {
    const random = randomOf(8)
    let stopped = 0
    for (let year = 0; year < 200; year++) {
      let breaches = 0
      for (let read = 1; read <= 1000; read++) {
        if (random() < expected.breaching.value) breaches++
        if (auditFinding({ read, breaches }, expected) === 'alarm') {
          stopped++
          break
        }
      }
    }
    expect(stopped / 200).toBeLessThan(0.02)
  })

  it('what breaks rules five times as often is stopped within five hundred decisions, nearly always', () => {
    const random = randomOf(9)
    let stopped = 0
    for (let run = 0; run < 200; run++) {
      let breaches = 0
      for (let read = 1; read <= 500; read++) {
        if (random() < 5 * expected.breaching.value) breaches++
        if (auditFinding({ read, breaches }, expected) === 'alarm') {
          stopped++
          break
        }
      }
    }
    expect(stopped / 200).toBeGreaterThan(0.95)
  })
})
