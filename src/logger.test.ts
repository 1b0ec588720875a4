import { describe, expect, it } from 'vitest'
import { createLogger, redact } from './logger.ts'

describe('the log', () => {
  it('is one JSON object a line', () => {
    const lines: string[] = []
    createLogger('info', (line) => lines.push(line)).info({ articleId: 7 }, 'published')
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ articleId: 7, msg: 'published' })
  })

  it.each([
    ['an address', 'no mailbox for ada.lovelace+post@saltmere.example today', 'ada'],
    ['an address of another script', 'пётр@почта.example wrote', 'пётр'],
    ['a password in a URL', 'connect postgres://courier:s3cret@localhost/courier', 's3cret'],
    ['a sign-in link', 'GET /desk/sign-in/AbCdEfGhIjKlMnOpQrStUv', 'AbCd'],
    ['a receipt', 'GET /receipts/345-AbCdEfGhIjKlMnOpQrStUv/withdrawal', 'AbCd'],
    ['a confirmation', 'http://localhost:4000/confirmations/345-AbCdEfGhIjKlMnOpQrStUv', 'AbCd'],
  ])('never holds %s', (_what, message, secret) => {
    const lines: string[] = []
    createLogger('info', (line) => lines.push(line)).error({ err: new Error(message) }, message)
    expect(lines.join()).not.toContain(secret)
    expect(() => JSON.parse(lines[0] ?? '')).not.toThrow()
  })

  it('never holds a cookie, whatever stands in it', () => {
    const lines: string[] = []
    createLogger('info', (line) => lines.push(line)).info({ headers: { Cookie: 'a="b\\"; session=AbC' } })
    expect(lines.join()).not.toContain('AbC')
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ headers: { Cookie: '***' } })
  })

  it('costs a line of 100,000 characters no more than its length', () => {
    const started = performance.now()
    for (const filler of ['a', 'a.', '@', '://', '/receipts/', '"token":"\\'])
      redact(filler.repeat(100_000 / filler.length))
    // A pattern that looked back without bound would take minutes.
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
