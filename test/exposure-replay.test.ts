import { beforeAll, expect, it } from 'vitest'
import { shippedCurve } from '../src/shipped-curve.ts'
import { type Archive, makeArchive } from './load/archive.ts'
import { type Labour, type OrderName, replay } from './load/replay.ts'

let archive: Archive
beforeAll(() => {
  archive = makeArchive(21, shippedCurve())
})
const labour: Labour = { moderators: 2, minutesEach: 1.2, staffed: () => true }
const orders: readonly OrderName[] = ['harm', 'oldest', 'newest']

it('one seed makes one archive', () => {
  const again = makeArchive(21, shippedCurve())
  expect(again.comments).toEqual(archive.comments)
  expect(makeArchive(22, shippedCurve()).comments.length).not.toBe(archive.comments.length)
})

it('its breaches are as hard to tell from other comments as the engine was measured to find them', () => {
  const { points, breachShare } = shippedCurve()
  const breaches = archive.comments.filter(({ breach }) => breach)
  expect(breaches.length / archive.comments.length).toBeCloseTo(breachShare, 1)
  for (const { threshold, missed, share } of points) {
    const below = (list: Archive['comments']) =>
      list.filter(({ probability }) => probability <= threshold).length / list.length
    // 1,400 breaches: three standard errors are .04 at the most.
    expect(Math.abs(below(breaches) - missed.value)).toBeLessThan(0.04)
    expect(Math.abs(below(archive.comments) - share)).toBeLessThan(0.02)
  }
})

it('every order does the same work on the same comments', () => {
  const decided = orders.map((order) => replay(archive, order, 'post', labour).decided)
  expect(new Set(decided).size).toBe(1)
  expect(decided[0]).toBeGreaterThan(10_000)
})

it('with nothing public there is no breach to see, and with all public no good comment is kept', () => {
  expect(replay(archive, 'oldest', 'pre', labour)).toMatchObject({ breachMinutes: 0, breachRequests: 0 })
  expect(replay(archive, 'oldest', 'post', labour)).toMatchObject({ goodMinutes: 0, goodRequests: 0 })
})

it('minutes are counted by hand the same', () => {
  const comment = { articleId: 0, depth: 0, severity: 2, probability: 0.5, seemsSeverity: 2 }
  const small: Archive = {
    minutes: 100,
    requests: [Uint16Array.from({ length: 100 }, () => 10)],
    comments: [
      { ...comment, at: 0, breach: false },
      { ...comment, at: 1, breach: true },
    ],
  }
  const one = { moderators: 1, minutesEach: 5, staffed: () => true }
  // The first is decided at 5, the breach at 10: public from 1 to 10, ten requests a minute, severity 2.
  expect(replay(small, 'oldest', 'post', one)).toMatchObject({
    decided: 2,
    breachMinutes: 9,
    breachRequests: 90,
    breachHarm: 180,
    longestWait: 9,
  })
})
