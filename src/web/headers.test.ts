import { expect, it } from 'vitest'
import { contentSecurityPolicy, isOwnPost } from './headers.ts'

const own = 'https://courier.example'

it.each([
  ['our own form', 'same-origin', own, true],
  ['our own form on a page without referrer', 'same-origin', 'null', true],
  ['our own form in an old browser', undefined, own, true],
  ['a form on another site', 'cross-site', 'https://evil.example', false],
  ['a form on a sister site', 'same-site', 'https://blog.courier.example', false],
  ['an old browser on another site', undefined, 'https://evil.example', false],
  ['a sandboxed frame in an old browser', undefined, 'null', false],
  ['nobody who vouches for it', undefined, undefined, false],
  ['a header that contradicts the other', 'same-origin', 'https://evil.example', false],
])('%s', (_, site, origin, allowed) => expect(isOwnPost(site, origin, own)).toBe(allowed))

it('allows no inline script, no plugin, no frame and no other origin', () => {
  const csp = contentSecurityPolicy(["'sha256-x'"])
  expect(csp).not.toContain('unsafe')
  expect(csp).not.toMatch(/https?:/)
  expect(csp).toContain("default-src 'none'")
  expect(csp).toContain("frame-ancestors 'none'")
})
