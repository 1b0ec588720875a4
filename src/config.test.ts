import { describe, expect, it } from 'vitest'
import { type Config, describeConfig, readConfig } from './config.ts'

const read = (env: Record<string, string>): Config => {
  const result = readConfig(env, '/srv/courier')
  if (!result.ok) throw new Error(result.refusal.map(({ message }) => message).join(' '))
  return result.value
}

const problems = (env: Record<string, string>): string[] => {
  const result = readConfig(env, '/srv/courier')
  return result.ok ? [] : result.refusal.map(({ name, message }) => `${name}: ${message}`)
}

describe('settings', () => {
  it('stand without any environment: this machine alone, embedded database, demo', () => {
    const config = read({})
    expect(config).toMatchObject({
      port: 4000,
      host: '127.0.0.1',
      loopback: true,
      origin: 'http://localhost:4000',
      dataDir: '/srv/courier/data',
      seed: 'demo',
    })
    expect(config.trustedProxies).toBeUndefined()
    expect(config.databaseUrl).toBeUndefined()
    expect(config.mail).toBeUndefined()
  })

  it('take an empty variable as absent', () => {
    expect(read({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 4000, databaseUrl: undefined })
  })

  it('seed nothing into a server, nor where others reach us', () => {
    expect(read({ DATABASE_URL: 'postgres://db.example.org/courier' }).seed).toBe('none')
    expect(read({ HOST: '0.0.0.0' }).seed).toBe('none')
    expect(read({ HOST: '::1' }).seed).toBe('demo')
  })

  it('are described one a line, with where each comes from and no password', () => {
    const lines = describeConfig(
      read({
        PORT: '8080',
        DATABASE_URL: 'postgres://courier:s3cret@db.example.org/courier?sslpassword=hush',
        NATS_URL: 'nats://t0ken@one.example.org,nats://post:bag@two.example.org',
        SMTP_URL: 'smtps://post:p%40ss@mail.example.org',
        POSTBAG_MAIL_FROM: 'The Saltmere Courier <readers@example.org>',
      }),
    )
    const text = lines.join('\n')
    expect(lines).toHaveLength(10)
    expect(lines[0]).toMatch(/^PORT +8080 \(environment\)$/)
    expect(lines[1]).toMatch(/^HOST +127\.0\.0\.1 \(default\)$/)
    expect(text).toContain('postgres://courier:***@db.example.org')
    for (const secret of ['s3cret', 'hush', 't0ken', ':bag', 'p%40ss', 'p@ss'])
      expect(text).not.toContain(secret)
  })

  it('name every mistake at once', () => {
    const said = problems({
      PORT: '70000',
      POSTBAG_ORIGIN: 'https://example.org/comments',
      POSTBAG_TRUSTED_PROXIES: '10.0.0.300',
      POSTBAG_SEED: 'lots',
      SMTP_URL: 'smtp://mail.example.org',
    })
    expect(said.map((line) => line.split(':')[0])).toEqual([
      'PORT',
      'POSTBAG_ORIGIN',
      'POSTBAG_TRUSTED_PROXIES',
      'POSTBAG_SEED',
      'POSTBAG_MAIL_FROM',
    ])
  })

  it.each([
    [{ POSTBAG_SEDE: 'demo' }, 'POSTBAG_SEDE is not a setting'],
    [{ PORT: '0' }, 'from 1 to 65535'],
    [{ PORT: '80a' }, 'from 1 to 65535'],
    [{ HOST: '0.0.0.0', POSTBAG_SEED: 'demo' }, 'serves this machine alone'],
    [{ DATABASE_URL: 'postgres://localhost/courier', POSTBAG_SEED: 'demo' }, 'empty embedded database only'],
    [{ POSTBAG_ORIGIN: 'http://courier.example.org' }, 'must begin with https'],
    [{ POSTBAG_ORIGIN: 'courier.example.org' }, 'scheme and host alone'],
    [{ POSTBAG_ORIGIN: 'javascript:alert(1)' }, 'scheme and host alone'],
    [{ POSTBAG_TRUSTED_PROXIES: '0.0.0.0/0' }, "every reader's word"],
    [{ POSTBAG_TRUSTED_PROXIES: '10.0.0.0/33' }, 'is none'],
    [{ POSTBAG_TRUSTED_PROXIES: 'proxy.example.org' }, 'is none'],
    [{ DATABASE_URL: 'mysql://localhost/courier' }, 'postgres:// or postgresql://'],
    [{ NATS_URL: 'nats://one.example.org,http://two.example.org' }, 'nats:// or tls://'],
    [{ POSTBAG_MAIL_FROM: 'readers@example.org' }, 'Set both or neither'],
    [{ SMTP_URL: 'smtp://mail.example.org', POSTBAG_MAIL_FROM: 'readers' }, 'is an e-mail address'],
    [
      { SMTP_URL: 'smtp://mail.example.org', POSTBAG_MAIL_FROM: 'a\r\nBcc: <b@example.org>' },
      'is an e-mail address',
    ],
  ])('refuse %j with a sentence', (env, sentence) => {
    const said = problems(env as Record<string, string>)
    expect(said).toHaveLength(1)
    expect(said[0]).toContain(sentence)
  })

  it('never repeat a malformed address, which may hold a password', () => {
    expect(problems({ DATABASE_URL: 'courier:s3cret@db' }).join()).not.toContain('s3cret')
  })

  it('trust the proxies named, and nobody beside them', () => {
    const { trustedProxies } = read({ POSTBAG_TRUSTED_PROXIES: '10.0.0.7, 10.1.0.0/16,fd00::/8' })
    expect(trustedProxies?.check('10.0.0.7')).toBe(true)
    expect(trustedProxies?.check('10.1.200.3')).toBe(true)
    expect(trustedProxies?.check('fd12::1', 'ipv6')).toBe(true)
    expect(trustedProxies?.check('10.0.0.8')).toBe(false)
  })
})
