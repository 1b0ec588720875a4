import { expect, it } from 'vitest'
import { ArticleRequests } from './article-requests.ts'

it('an article that nobody asked for is unknown, not zero', () => {
  expect(new ArticleRequests().of(3)).toBeNull()
})

it('a request counts at once where it was made, and beside what all nodes know', () => {
  const requests = new ArticleRequests()
  requests.count(3)
  requests.count(3)
  expect(requests.of(3)).toBe(2)
  requests.take()
  requests.learn(new Map([[3, 40]]))
  requests.count(3)
  expect([requests.of(3), requests.of(4)]).toEqual([41, null])
})

it('what could not be written down is counted on, with what came meanwhile', () => {
  const requests = new ArticleRequests()
  requests.count(3)
  const taken = requests.take()
  requests.count(3)
  requests.putBack(taken)
  expect([...requests.take()]).toEqual([[3, 2]])
})
