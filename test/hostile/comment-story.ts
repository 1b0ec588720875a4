import { listMailbox } from '../../src/desk/letter-store.ts'
import { refFor } from '../../src/lib/ids.ts'
import type { Draft } from '../../src/newsroom/draft.ts'
import type { Page, TestPaper, Visitor } from '../support/app.ts'

/** What a person types in each place of the story. */
export type Typed = { text: string; name: string; report: string; letter: string; draft?: Partial<Draft> }

export type Story = { articleId: number; commentId: number; pages: Map<string, string> }

type Desk = { visitor: Visitor; token: string }

/**
 * One comment through everything that prints it: sent, confirmed, refused with words, sent again, published, reported,
 * taken down. Each page on the way under its name.
 */
export async function tellStory(paper: TestPaper, desk: Desk, typed: Typed): Promise<Story> {
  // No undo strip of the story before, and a day's letters are a day's.
  paper.clock.pass(11 * 60_000)
  const articleId = await paper.publishArticle({ headline: 'The east quay opens', ...typed.draft })
  const teller = new Teller(paper, desk, articleId)
  const commentId = await teller.submit(typed)
  await teller.refuse(typed)
  await teller.publish(typed)
  await teller.report(typed)
  await teller.takeDown()
  return { articleId, commentId, pages: teller.pages }
}

class Teller {
  readonly pages = new Map<string, string>()
  readonly #paper: TestPaper
  readonly #desk: Desk
  readonly #reader: Visitor
  readonly #articleId: number
  #commentId = 0

  constructor(paper: TestPaper, desk: Desk, articleId: number) {
    this.#paper = paper
    this.#desk = desk
    this.#reader = paper.visitor()
    this.#articleId = articleId
  }

  async submit({ text, name }: Typed): Promise<number> {
    const email = `reader-${this.#articleId}@readers.example`
    await this.#keep(
      'letter sent',
      this.#reader.post(this.#address('comments'), { text, name, email, told: 'yes' }),
    )
    const receipt = /href="\/receipts\/((\d+)-[^"]+)"/.exec(this.pages.get('letter sent') ?? '')
    this.#commentId = Number(receipt?.[2])
    const confirmation = `/confirmations/${this.#ref('confirmation')}`
    await this.#keep('confirmation', this.#reader.get(confirmation))
    await this.#reader.send(confirmation, {})
    return this.#commentId
  }

  async refuse({ text, letter }: Typed): Promise<void> {
    await this.#decide('card', { act: 'reject', rule: 'personal_attack', words: letter })
    await this.#keep('receipt', this.#reader.get(`/receipts/${this.#ref('receipt')}`))
    await this.#keepLetter()
    await this.#reader.send(`/receipts/${this.#ref('receipt')}/revision`, { text })
  }

  async publish({ text }: Typed): Promise<void> {
    await this.#decide('card, sent again', { act: 'publish' })
    await this.#keep('thread', this.#reader.get(this.#address(`c/${this.#commentId}`)))
    const { visitor, token: form_token } = this.#desk
    await visitor.send(`/desk/comments/${this.#commentId}/links`, { form_token, allowed: 'yes' })
    await this.#keep('article', this.#reader.get(this.#address('the-east-quay-opens')))
    await this.#keep('report form', this.#reader.get(this.#address(`c/${this.#commentId}/report`)))
    const reply = { text, name: '', email: '', parent: String(this.#commentId) }
    await this.#keep('reply, refused', this.#reader.post(this.#address('comments'), reply))
  }

  async report({ report }: Typed): Promise<void> {
    const reports = this.#address(`c/${this.#commentId}/reports`)
    const unruled = { rule: '', words: report, email: report }
    await this.#keep('report, refused', this.#reader.post(reports, unruled))
    await this.#reader.send(reports, { rule: 'spam', words: report, email: '' })
    const desk = this.#desk.visitor
    await this.#keep('queue', desk.get('/desk/queue'))
    await this.#keep('desk comment', desk.get(`/desk/comments/${this.#commentId}`))
    await this.#keep('take-downs', desk.get(`/desk/takedowns?comment=${this.#commentId}`))
  }

  async takeDown(): Promise<void> {
    await this.#decide('card, reported', { act: 'remove', rule: 'spam' })
    await this.#keep('desk with an undo', this.#desk.visitor.get('/desk'))
    await this.#keep('tombstone', this.#reader.get(this.#address(`c/${this.#commentId}`)))
  }

  readonly #address = (below: string): string => `/a/${this.#articleId}/${below}`
  readonly #ref = (purpose: 'confirmation' | 'receipt'): string =>
    refFor(this.#paper.ctx.secret, purpose, this.#commentId)

  async #keep(name: string, page: Promise<Page>): Promise<void> {
    this.pages.set(name, (await page).text)
  }

  /** The comment is claimed, its card kept, and decided under the card's fence. */
  async #decide(name: string, order: Record<string, string>): Promise<void> {
    const { visitor, token: form_token } = this.#desk
    await visitor.send('/desk/claims', { form_token, comment: String(this.#commentId) })
    await this.#keep(name, visitor.get('/desk'))
    const [, fence = ''] = /name="fence" value="(\d+)"/.exec(this.pages.get(name) ?? '') ?? []
    await visitor.send(`/desk/comments/${this.#commentId}/decisions`, { form_token, fence, ...order })
  }

  /** The newest in the demo's letter box, once the seconds for an undo are over. */
  async #keepLetter(): Promise<void> {
    this.#paper.clock.pass(11_000)
    await this.#paper.run('letters')
    const [newest] = await listMailbox(this.#paper.db, 1)
    await this.#keep('letter', this.#reader.get(`/mailbox/${newest?.id}`))
  }
}
