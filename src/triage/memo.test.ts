import { expect, it } from 'vitest'
import { memo } from './memo.ts'

it('computes what is asked again only once', () => {
  let computed = 0
  const lengthOf = memo(10, (key) => {
    computed++
    return key.length
  })
  expect([lengthOf('word'), lengthOf('word'), lengthOf('words')]).toEqual([4, 4, 5])
  expect(computed).toBe(2)
})

it('forgets what was not asked for among many others, and keeps what was', () => {
  const computed: string[] = []
  const same = memo(100, (key) => {
    computed.push(key)
    return key
  })
  for (let i = 0; i < 1_000; i++) {
    same('often')
    same(`once ${i}`)
  }
  same('once 0')
  expect(computed.filter((key) => key === 'often')).toHaveLength(1)
  expect(computed.filter((key) => key === 'once 0')).toHaveLength(2)
})
