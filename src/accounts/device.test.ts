import fc from 'fast-check'
import { expect, it } from 'vitest'
import { deviceFrom } from './device.ts'

it.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox on Windows'],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15',
    'Safari on a Mac',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0 Mobile/15E148 Safari/604.1',
    'Chrome on an iPhone',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
    'Edge on Windows',
  ],
  [
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
    'Chrome on Android',
  ],
  ['', 'A browser on an unknown machine'],
])('%s is called %s', (userAgent, device) => {
  expect(deviceFrom(userAgent)).toBe(device)
})

it('keeps nothing of what a stranger writes into the header', () => {
  const known = /^[A-Z][a-zA-Z ]+ on (?:an? )?[a-zA-Z ]+$/
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 900 }), (userAgent) => {
      const device = deviceFrom(userAgent)
      return known.test(device) && device.length <= 40
    }),
  )
})
