import { describe, expect, it } from 'vitest'
import { shippedEngine } from '../engine.ts'
import { shippedCurve } from '../shipped-curve.ts'
import {
  chooseArming,
  curveInHand,
  endingOf,
  missedPercents,
  OWN_DECISIONS,
  pointOf,
  seenOf,
} from './unread.ts'
import type { Judged } from './unread-curve.ts'

const shipped = shippedCurve()
const engine = shipped.engine
const own = (count: number): Judged[] =>
  Array.from({ length: count }, (_, i) => ({ probability: i / count, broke: i % 7 === 0, weight: 1 }))

describe('the curve that the desk chooses by', () => {
  it('that ships speaks of the engine that ships', () => {
    expect(engine).toBe(shippedEngine().version)
    expect(shipped.points.length).toBeGreaterThan(10)
  })

  it('is the shipped one until there are 500 own decisions, then the paper’s own', () => {
    expect(curveInHand(own(OWN_DECISIONS - 1), shipped, engine)).toMatchObject({ source: 'shipped' })
    expect(curveInHand(own(OWN_DECISIONS), shipped, engine)).toMatchObject({
      source: 'own',
      curve: { decisions: OWN_DECISIONS },
    })
  })

  it('stays the shipped one where 500 decisions hold no breach: nothing could be said of what is missed', () => {
    const clean = own(OWN_DECISIONS).map((one) => ({ ...one, broke: false }))
    expect(curveInHand(clean, shipped, engine)).toMatchObject({ source: 'shipped' })
  })

  it('is none where the shipped one was measured with another engine', () => {
    expect(curveInHand([], shipped, 'another')).toBeUndefined()
    expect(curveInHand(own(OWN_DECISIONS), shipped, 'another')).toMatchObject({ source: 'own' })
  })
})

describe('arming', () => {
  const point = pointOf(shipped, '40')
  const order = { percent: '40', audit: '5', seen: point ? seenOf(point) : '', name: 'Nell Ashby' }

  it('takes a point of the curve, a share for the audit and one’s own name', () => {
    expect(chooseArming(order, shipped, { name: 'Nell Ashby' })).toEqual({
      ok: true,
      value: { point, auditShare: 0.05 },
    })
    expect(chooseArming({ ...order, name: '  nell   ASHBY ' }, shipped, { name: 'Nell Ashby' }).ok).toBe(true)
  })

  it.each([
    [{ name: 'Nell' }, 'own_name_missing'],
    [{ percent: '41' }, 'share_unknown'],
    [{ percent: '' }, 'share_unknown'],
    [{ audit: '0' }, 'audit_share'],
    [{ audit: '51' }, 'audit_share'],
    [{ audit: '1e1' }, 'audit_share'],
    [{ audit: '5.5' }, 'audit_share'],
    [{ seen: '1 2 3' }, 'curve_moved'],
  ])('refuses %j', (change, code) => {
    expect(chooseArming({ ...order, ...change }, shipped, { name: 'Nell Ashby' })).toMatchObject({
      ok: false,
      refusal: { code },
    })
  })
})

describe('what ends it', () => {
  const arming = { engine: 'e', policyVersion: 'p', expiresAt: new Date('2026-12-24T10:00:00Z') }
  const at = { engine: 'e', policyVersion: 'p', now: new Date('2026-12-24T09:59:59Z'), alarm: false }

  it('is nothing while all is as it was', () => {
    expect(endingOf(arming, at)).toBeUndefined()
  })

  it.each([
    ['engine', { engine: 'f' }],
    ['policy', { policyVersion: 'q' }],
    ['audit', { alarm: true }],
    ['expired', { now: arming.expiresAt }],
  ] as const)('is the %s', (ending, change) => {
    expect(endingOf(arming, { ...at, ...change })).toBe(ending)
  })
})

it('the bounds that are confirmed are rounded outwards, never to less than what may come', () => {
  const estimate = { value: 0.009, low: 0.003, high: 0.023 }
  const point = { share: 0.3, threshold: 0.05, missed: estimate, breaching: estimate }
  expect(missedPercents(point)).toEqual({ expected: 1, low: 0, high: 3 })
  const exact = { value: 0.07, low: 0.07, high: 0.07 }
  expect(missedPercents({ ...point, missed: exact })).toEqual({ expected: 7, low: 7, high: 7 })
})
