import { createHash } from 'node:crypto'

/** The hash by which a CSP knows an inlined style sheet. */
export const cspHash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Readers' pages carry their own style; everything else comes from our own origin, and nothing from anybody else's. */
export function contentSecurityPolicy(styleHashes: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${styleHashes.map((hash) => ` ${hash}`).join('')}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

export function securityHeaders(csp: string, origin: string): Record<string, string> {
  return {
    'content-security-policy': csp,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(origin.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  }
}

/** Whose page must not be found, kept, or told of by a referrer: receipts, confirmations, everything of the staff. */
export const privateHeaders: Record<string, string> = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
}

/**
 * Whether a request that changes something comes from our own page. Browsers send Sec-Fetch-Site to secure origins and
 * localhost, and pages cannot set it; the Origin of a form on a `no-referrer` page is "null" even on our own site, so
 * it is asked only where Sec-Fetch-Site is absent. Without either, nobody vouches for the request: refused.
 */
export function isOwnPost(
  secFetchSite: string | undefined,
  origin: string | undefined,
  ownOrigin: string,
): boolean {
  if (secFetchSite !== undefined)
    return (
      secFetchSite === 'same-origin' && (origin === undefined || origin === 'null' || origin === ownOrigin)
    )
  return origin === ownOrigin
}
