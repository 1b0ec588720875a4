import { expect, it } from 'vitest'
import { createTurns } from './turns.ts'

it('lets other work in between two heavy pieces that came at once', async () => {
  const turn = createTurns()
  const order: string[] = []
  const heavy = ['first', 'second', 'third'].map(async (name) => {
    await turn()
    order.push(name)
    setImmediate(() => order.push(`a page after ${name}`))
  })
  await Promise.all(heavy)
  await turn()
  expect(order).toEqual([
    'first',
    'a page after first',
    'second',
    'a page after second',
    'third',
    'a page after third',
  ])
})
