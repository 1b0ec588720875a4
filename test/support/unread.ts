import { refFor } from '../../src/lib/ids.ts'
import type { TestPaper, Visitor } from './app.ts'

/** A breach probability below the shipped curve's lowest 20 %. */
export const harmless = 'The ferry was late again today, and nobody said why.'
/** Above it, and nothing that the policy has a word on. */
export const doubtful = 'Nobody believes a word of it any more.'

let readers = 0
export const newEmail = (): string => `unread${++readers}@readers.example`

/** As a reader writes: the id of what was made. */
export async function write(
  test: TestPaper,
  reader: Visitor,
  text: string,
  about: { email: string; articleId?: number; told?: string },
): Promise<number> {
  const { email, articleId = test.articleId, told = 'yes' } = about
  const response = await reader.send(
    `/a/${articleId}/comments`,
    { text, name: 'Marian Holt', email, told },
    { headers: { accept: 'application/json' } },
  )
  const { receipt = '' } = (await response.json()) as { receipt?: string }
  return Number(/\/receipts\/(\d+)-/.exec(receipt)?.[1])
}

export const confirm = (test: TestPaper, reader: Visitor, commentId: number) =>
  reader.post(`/confirmations/${refFor(test.ctx.secret, 'confirmation', commentId)}`, {})

/** Somebody whose address is confirmed, before anything is armed. */
export async function confirmedReader(test: TestPaper): Promise<{ reader: Visitor; email: string }> {
  const reader = test.visitor()
  const email = newEmail()
  const id = await write(test, reader, `I write for the first time, number ${readers}.`, { email })
  await confirm(test, reader, id)
  return { reader, email }
}

/** Chooses on the page as a person does, with the numbers that the page shows. */
export async function armOn(editor: Visitor, percent: number, more: Record<string, string> = {}) {
  const page = await editor.get(`/desk/unread?share=${percent}`)
  const field = (name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(page.text)?.[1]?.replace('&#39;', "'") ?? ''
  return editor.post('/desk/unread/arming', {
    form_token: field('form_token'),
    share: String(percent),
    seen: field('seen'),
    audit: '5',
    name: 'Nell Ashby',
    ...more,
  })
}
