import { BlockList, isIP } from 'node:net'
import { resolve } from 'node:path'
import { ok, type Result, refused } from './lib/result.ts'

export type Config = {
  port: number
  host: string
  /** True when only this machine reaches the server. */
  loopback: boolean
  /** Scheme and host, without a slash at the end. */
  origin: string
  trustedProxies: BlockList | undefined
  /** Absolute. */
  dataDir: string
  /** `demo` fills an empty embedded database, and only that. */
  seed: 'demo' | 'none'
  /** Undefined: the embedded server. */
  databaseUrl: string | undefined
  natsUrl: string | undefined
  mail: { smtpUrl: string; from: string } | undefined
  /** What was said and what stands instead, for the start's first lines. */
  settings: readonly Setting[]
}

export type Setting = { name: SettingName; value: string; from: 'environment' | 'default' }

/** A sentence for whoever runs the paper. */
export type ConfigProblem = { name: string; message: string }

const names = [
  'PORT',
  'HOST',
  'POSTBAG_ORIGIN',
  'POSTBAG_TRUSTED_PROXIES',
  'POSTBAG_DATA',
  'POSTBAG_SEED',
  'DATABASE_URL',
  'NATS_URL',
  'SMTP_URL',
  'POSTBAG_MAIL_FROM',
] as const
type SettingName = (typeof names)[number]

type Environment = Record<string, string | undefined>

/** Reads the settings; all problems at once, since a fourth restart to hear of the fourth mistake teaches nobody. */
export function readConfig(env: Environment, cwd: string): Result<Config, ConfigProblem[]> {
  const problems: ConfigProblem[] = []
  const settings: Setting[] = []
  const refuse = (name: string, message: string): undefined => {
    problems.push({ name, message })
    return undefined
  }
  const said = (name: SettingName): string | undefined => env[name]?.trim() || undefined
  const note = (name: SettingName, value: string): void => {
    settings.push({ name, value, from: said(name) === undefined ? 'default' : 'environment' })
  }

  refuseUnknown(env, refuse)
  const port = readPort(said('PORT') ?? '4000') ?? refuse('PORT', 'PORT is a number from 1 to 65535.') ?? 0
  const host = said('HOST') ?? '127.0.0.1'
  const loopback = isLoopback(host)
  const origin = readOrigin(said('POSTBAG_ORIGIN') ?? `http://localhost:${port}`, refuse)
  const proxies = readProxies(said('POSTBAG_TRUSTED_PROXIES'), refuse)
  const dataDir = resolve(cwd, said('POSTBAG_DATA') ?? 'data')
  const databaseUrl = readUrl('DATABASE_URL', said('DATABASE_URL'), databaseSchemes, refuse)
  const seed = readSeed(
    said('POSTBAG_SEED'),
    { loopback, host, server: said('DATABASE_URL') !== undefined },
    refuse,
  )
  const natsUrl = readServers('NATS_URL', said('NATS_URL'), natsSchemes, refuse)
  const mail = readMail(said('SMTP_URL'), said('POSTBAG_MAIL_FROM'), refuse)
  if (problems.length > 0) return refused(problems)

  note('PORT', String(port))
  note('HOST', host)
  note('POSTBAG_ORIGIN', origin)
  note('POSTBAG_TRUSTED_PROXIES', said('POSTBAG_TRUSTED_PROXIES') ?? 'none')
  note('POSTBAG_DATA', dataDir)
  note('POSTBAG_SEED', seed)
  note('DATABASE_URL', masked(databaseUrl) ?? 'none: the embedded PostgreSQL')
  note('NATS_URL', masked(natsUrl) ?? 'none: this process alone')
  note('SMTP_URL', masked(mail?.smtpUrl) ?? 'none: no letter leaves this machine')
  note('POSTBAG_MAIL_FROM', mail?.from ?? 'none')
  return ok({
    port,
    host,
    loopback,
    origin,
    trustedProxies: proxies,
    dataDir,
    seed,
    databaseUrl,
    natsUrl,
    mail,
    settings,
  })
}

/** One line for each setting, its value and where that comes from; secrets masked. */
export function describeConfig(config: Pick<Config, 'settings'>): string[] {
  const width = Math.max(...config.settings.map(({ name }) => name.length))
  return config.settings.map(({ name, value, from }) => `${name.padEnd(width)}  ${value} (${from})`)
}

type Refuse = (name: string, message: string) => undefined

function refuseUnknown(env: Environment, refuse: Refuse): void {
  for (const name of Object.keys(env)) {
    if (!name.startsWith('POSTBAG_') || name.startsWith('POSTBAG_TEST_')) continue
    if (names.some((known) => known === name)) continue
    const ours = names.filter((known) => known.startsWith('POSTBAG_')).join(', ')
    refuse(name, `${name} is not a setting. Those that begin with POSTBAG_ are ${ours}.`)
  }
}

function readPort(text: string): number | undefined {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  return port >= 1 && port <= 65_535 ? port : undefined
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}

function readOrigin(text: string, refuse: Refuse): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (
    !url ||
    !['http:', 'https:'].includes(url.protocol) ||
    url.origin !== text.replace(/\/$/, '').toLowerCase()
  ) {
    refuse(
      'POSTBAG_ORIGIN',
      `POSTBAG_ORIGIN is what readers' browsers call this server, scheme and host alone, such as https://comments.example.org; not ${text}.`,
    )
    return ''
  }
  const local = isLoopback(url.hostname.replace(/^\[|\]$/g, '')) || url.hostname.endsWith('.localhost')
  if (url.protocol === 'http:' && !local)
    refuse(
      'POSTBAG_ORIGIN',
      `POSTBAG_ORIGIN must begin with https: a browser keeps no secure cookie from ${url.origin}, so that nobody could sign in. Put a proxy with a certificate in front.`,
    )
  return url.origin
}

function readProxies(text: string | undefined, refuse: Refuse): BlockList | undefined {
  if (text === undefined || text === 'none') return undefined
  const list = new BlockList()
  for (const item of text.split(',').map((part) => part.trim())) {
    const [address = '', prefix, ...rest] = item.split('/')
    const version = isIP(address)
    const longest = version === 6 ? 128 : 32
    const length = prefix === undefined ? longest : /^\d{1,3}$/.test(prefix) ? Number(prefix) : Number.NaN
    if (version === 0 || rest.length > 0 || !(length >= 0 && length <= longest))
      refuse(
        'POSTBAG_TRUSTED_PROXIES',
        `POSTBAG_TRUSTED_PROXIES lists the addresses of your own proxies, with commas, such as 10.0.0.7,10.1.0.0/16,fd00::/8; "${item}" is none.`,
      )
    else if (length === 0)
      refuse(
        'POSTBAG_TRUSTED_PROXIES',
        `POSTBAG_TRUSTED_PROXIES with ${item} would believe every reader's word about the own address. Name your proxies.`,
      )
    else list.addSubnet(address, length, version === 6 ? 'ipv6' : 'ipv4')
  }
  return list
}

function readSeed(
  text: string | undefined,
  at: { loopback: boolean; host: string; server: boolean },
  refuse: Refuse,
): 'demo' | 'none' {
  if (text === undefined) return at.server || !at.loopback ? 'none' : 'demo'
  if (text === 'none') return 'none'
  if (text !== 'demo') refuse('POSTBAG_SEED', `POSTBAG_SEED is demo or none, not ${text}.`)
  else if (at.server)
    refuse(
      'POSTBAG_SEED',
      'The demo goes into an empty embedded database only. Leave out POSTBAG_SEED or DATABASE_URL.',
    )
  else if (!at.loopback)
    refuse(
      'POSTBAG_SEED',
      `The demo prints sign-in links and shows every letter, so that it serves this machine alone. Leave out HOST (${at.host}), or set POSTBAG_SEED=none.`,
    )
  return 'demo'
}

const databaseSchemes = ['postgres:', 'postgresql:']
const natsSchemes = ['nats:', 'tls:']
const smtpSchemes = ['smtp:', 'smtps:']

/** The value itself is not repeated: it may hold a password. */
function readUrl(
  name: SettingName,
  text: string | undefined,
  schemes: readonly string[],
  refuse: Refuse,
): string | undefined {
  if (text === undefined) return undefined
  if (URL.canParse(text) && schemes.includes(new URL(text).protocol)) return text
  return refuse(
    name,
    `${name} is an address that begins with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}; special characters in a password are percent-encoded.`,
  )
}

/** One address, or several with commas. */
function readServers(
  name: SettingName,
  text: string | undefined,
  schemes: readonly string[],
  refuse: Refuse,
): string | undefined {
  const parts = text?.split(',').map((part) => readUrl(name, part.trim(), schemes, refuse))
  return parts?.join(',')
}

function readMail(smtp: string | undefined, from: string | undefined, refuse: Refuse): Config['mail'] {
  const smtpUrl = readUrl('SMTP_URL', smtp, smtpSchemes, refuse)
  if (smtp !== undefined && from === undefined)
    refuse(
      'POSTBAG_MAIL_FROM',
      'SMTP_URL is set, so POSTBAG_MAIL_FROM must say from whom letters come, such as The Saltmere Courier <readers@example.org>.',
    )
  if (smtp === undefined && from !== undefined)
    refuse(
      'SMTP_URL',
      'POSTBAG_MAIL_FROM is set, but without SMTP_URL no letter goes anywhere. Set both or neither.',
    )
  if (
    from !== undefined &&
    !/^[^@\r\n<>]{1,200}@[^@\s<>]{1,200}$|^[^@\r\n<>]{0,200}<[^@\s<>]{1,64}@[^@\s<>]{1,200}>$/.test(from)
  )
    refuse('POSTBAG_MAIL_FROM', `POSTBAG_MAIL_FROM is an e-mail address, or Name <address>; not ${from}.`)
  return smtpUrl !== undefined && from !== undefined ? { smtpUrl, from } : undefined
}

/** Passwords, and the tokens that NATS takes in a name's place, do not belong on a screen. */
function masked(urls: string | undefined): string | undefined {
  return urls
    ?.split(',')
    .map((text) => {
      const url = new URL(text)
      if (url.password !== '') url.password = '***'
      else if (url.username !== '' && natsSchemes.includes(url.protocol)) url.username = '***'
      for (const key of url.searchParams.keys())
        if (/pass|secret|token/i.test(key)) url.searchParams.set(key, '***')
      return url.href
    })
    .join(',')
}
