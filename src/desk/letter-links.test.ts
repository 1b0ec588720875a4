import { expect, it } from 'vitest'
import { idFromRef, refFor } from '../lib/ids.ts'
import { paths } from '../web/paths.ts'
import { letterLinks } from './letter-links.ts'

const secret = Buffer.alloc(32, 7)

it('a letter leads to the addresses that the web answers', () => {
  const links = letterLinks(secret, 'https://courier.example', {
    commentId: 5,
    reportId: 6,
    articleId: 7,
    signInToken: 'a-token',
  })
  expect(links).toEqual({
    account: `https://courier.example${paths.desk.account()}`,
    signIn: `https://courier.example${paths.desk.signIn('a-token')}`,
    record: `https://courier.example${paths.record()}`,
    confirm: `https://courier.example${paths.confirmation(refFor(secret, 'confirmation', 5))}`,
    receipt: `https://courier.example${paths.receipt(refFor(secret, 'receipt', 5))}`,
    comment: `https://courier.example${paths.comment(7, 5)}#c5`,
    report: `https://courier.example${paths.reportReceipt(refFor(secret, 'report', 6))}`,
  })
})

it('an address opens for its own purpose, comment and key, and for nothing else', () => {
  const ref = refFor(secret, 'receipt', 5)
  expect(idFromRef(secret, 'receipt', ref)).toBe(5)
  expect(idFromRef(secret, 'confirmation', ref)).toBeUndefined()
  expect(idFromRef(Buffer.alloc(32, 8), 'receipt', ref)).toBeUndefined()
  expect(idFromRef(secret, 'receipt', ref.replace('5-', '6-'))).toBeUndefined()
  for (const bad of ['', '5', '5-', `5-${'a'.repeat(22)}`, `0${ref}`, `${ref}x`])
    expect(idFromRef(secret, 'receipt', bad)).toBeUndefined()
})
