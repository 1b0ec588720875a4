import { sql } from 'kysely'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cleanText, readEmail, readText } from '../../src/comments/words.ts'
import { letterCarrier, type Post, smtpPost } from '../../src/jobs/letter-carrier.ts'
import { refFor } from '../../src/lib/ids.ts'
import { wordsOf } from '../../src/newsroom/import/source.ts'
import { hostileCases } from '../hostile/cases.ts'
import { type Mail, readMail } from '../hostile/mail.ts'
import { TestPaper, type Visitor } from '../support/app.ts'

let paper: TestPaper
let desk: { visitor: Visitor; token: string }
let server: SMTPServer
let post: Post
const received: { to: string[]; data: string }[] = []

beforeAll(async () => {
  paper = await TestPaper.open({ demo: false })
  const visitor = await paper.signedIn('asha')
  desk = { visitor, token: await visitor.formToken() }
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onData: receive,
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  post = smtpPost(`smtp://127.0.0.1:${port}`, 'The Saltmere Courier <desk@courier.example>')
})
afterAll(async () => {
  post.close()
  await new Promise<void>((resolve) => server.close(() => resolve()))
  await paper.close()
})

function receive(stream: SMTPServerDataStream, session: SMTPServerSession, done: () => void): void {
  const parts: Buffer[] = []
  stream.on('data', (part: Buffer) => parts.push(part))
  stream.on('end', () => {
    const to = session.envelope.rcptTo.map(({ address }) => address)
    received.push({ to, data: Buffer.concat(parts).toString('utf8') })
    done()
  })
}

/** The letters that are due, as they arrive. */
async function letters(): Promise<{ to: string[]; mail: Mail }[]> {
  received.length = 0
  paper.clock.pass(11_000)
  await letterCarrier(paper.ctx, post).runNow()
  return received.map(({ to, data }) => ({ to, mail: readMail(data) }))
}

const headerNames = [
  'auto-submitted',
  'content-transfer-encoding',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'subject',
  'to',
  'x-postbag-letter',
]

/** One reader, the headers that every letter has, one line of subject, plain text. */
function expectLetter(letter: { to: string[]; mail: Mail } | undefined, to: string): Mail {
  if (!letter) throw new Error('no letter came')
  const { headers } = letter.mail
  const of = (name: string) => headers.filter((header) => header[0] === name).map((header) => header[1])
  expect(letter.to).toEqual([to])
  expect(headers.map(([name]) => name).sort()).toEqual(headerNames)
  expect(of('to')).toEqual([to])
  expect(of('from')).toEqual(['The Saltmere Courier <desk@courier.example>'])
  expect(of('content-type')).toEqual(['text/plain; charset=utf-8'])
  expect(letter.mail.subject).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]/)
  return letter.mail
}

describe('a letter with hostile text', () => {
  it.each(hostileCases)('$name', async ({ text: raw }) => {
    const words = raw.toWellFormed()
    await nameThePaper(words)
    const text = readText(words).ok ? raw : 'word'
    const headline = wordsOf(words).slice(0, 300).toWellFormed() || 'A headline'
    const letterWords = cleanText(words) !== '' && words.length <= 2_000 ? raw : 'word'
    const articleId = await paper.publishArticle({ headline })
    const to = `reader-${articleId}@readers.example`
    await paper
      .visitor()
      .send(`/a/${articleId}/comments`, { text, name: 'Marian Holt', email: to, told: 'yes' })
    const confirmation = expectLetter((await letters())[0], to)
    expect(confirmation.subject).toMatch(/^Confirm your comment in/)
    expect(confirmation.body).toContain(`has written a comment under “${headline}” and given this address.`)
    await refuseLatest(letterWords)
    const refusal = expectLetter((await letters())[0], to)
    const quoted = cleanText(text.toWellFormed()).replace(/^/gm, '> ')
    expect(refusal.body).toContain(`\n\nYou wrote:\n${quoted}\n\n— `)
    expect(refusal.body).toContain(`\n\n${cleanText(letterWords.toWellFormed())}\n\nYou may`)
  })
})

async function nameThePaper(name: string): Promise<void> {
  await sql`update publication set name = ${name.replaceAll('\0', '')}`.execute(paper.db)
  paper.ctx.changes.announce({ articleIds: [], settings: true })
}

/** Confirmed by its writer, refused by the desk. */
async function refuseLatest(words: string): Promise<void> {
  const { rows } = await sql<{ id: number }>`select max(id)::int as id from comment`.execute(paper.db)
  const id = rows[0]?.id ?? 0
  await paper.visitor().send(`/confirmations/${refFor(paper.ctx.secret, 'confirmation', id)}`, {})
  const { visitor, token: form_token } = desk
  await visitor.send('/desk/claims', { form_token, comment: String(id) })
  const [, fence = ''] = /name="fence" value="(\d+)"/.exec((await visitor.get('/desk')).text) ?? []
  const order = { form_token, fence, act: 'reject', rule: 'spam', words }
  await visitor.send(`/desk/comments/${id}/decisions`, order)
}

it('no hostile text is an address that a letter goes to', () => {
  expect(hostileCases.filter(({ text }) => readEmail(text).ok)).toEqual([])
})
