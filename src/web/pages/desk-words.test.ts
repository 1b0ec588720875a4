import { describe, expect, it } from 'vitest'
import { clockWords, deskRules, duration, ruleTitle, sayDecision, stamp } from './desk-words.ts'

describe('times at the desk', () => {
  it('are printed in the paper’s zone, on both sides of the change of the clocks', () => {
    expect(clockWords(new Date('2026-10-25T00:30:00Z'), 'Europe/London')).toBe('25 Oct 2026, 01.30')
    expect(clockWords(new Date('2026-10-25T01:30:00Z'), 'Europe/London')).toBe('25 Oct 2026, 01.30')
    expect(clockWords(new Date('2026-11-24T18:31:00Z'), 'Asia/Kolkata')).toBe('25 Nov 2026, 00.01')
  })

  it('carry the instant for machines', () => {
    expect(stamp(new Date('2026-11-24T10:02:00Z'), 'Europe/London').markup).toBe(
      '<time datetime="2026-11-24T10:02:00.000Z">24 Nov 2026, 10.02</time>',
    )
  })

  it.each([
    [0.4, 'less than a minute'],
    [-3, 'less than a minute'],
    [1, '1 minute'],
    [89, '89 minutes'],
    [90, '2 hours'],
    [47 * 60, '47 hours'],
    [49 * 60, '2 days'],
  ])('%d minutes are “%s”', (minutes, words) => {
    expect(duration(minutes)).toBe(words)
  })
})

describe('rules at the desk', () => {
  it('take their keys in the policy’s order', () => {
    const rules = deskRules([
      { id: 'link', title: 'Link', letter: 'L' },
      { id: 'spam', title: 'Spam', letter: 'S' },
    ])
    expect(rules.map(({ id, key }) => [id, key])).toEqual([
      ['link', '1'],
      ['spam', '2'],
    ])
  })

  it('are named by their id when the policy in force has dropped them', () => {
    expect(ruleTitle([], 'personal_attack')).toBe('personal attack')
    expect(sayDecision({ act: 'remove', ruleId: 'personal_attack' }, [])).toBe('Taken down: personal attack')
  })
})
