import { describe, expect, it } from 'vitest'
import { type CommentAct, commentActs, commentCan, commentStates } from './comment.ts'

const promises: Record<CommentAct, string> = {
  confirm: 'unconfirmed',
  publish: 'held',
  keep: 'published',
  reject: 'held',
  resend: 'rejected',
  withdraw: 'unconfirmed held published',
  hold: 'published',
  remove: 'published',
  restore: 'rejected removed',
  reply: 'published',
  report: 'published',
  allow_links: 'held published',
}

describe('what may happen to a comment', () => {
  it.each(commentActs)('%s happens from these states and no other', (act) => {
    expect(commentStates.filter((state) => commentCan(act, { state })).join(' ')).toBe(promises[act])
  })

  it('a withdrawn comment cannot be removed, restored or published', () => {
    for (const act of commentActs) expect(commentCan(act, { state: 'withdrawn' })).toBe(false)
  })
})
