import { setTimeout as pause } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gather } from './gather.ts'

describe('gather', () => {
  it('gives every caller the answer to its own question, in batches no larger than allowed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer(), { maxLength: 60 }),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 3 }),
        async (questions, largest, atOnce) => {
          let underWay = 0
          const double = gather<number, number>(
            async (batch) => {
              expect(batch.length).toBeLessThanOrEqual(largest)
              expect(++underWay).toBeLessThanOrEqual(atOnce)
              await Promise.resolve()
              underWay--
              return batch.map((n) => n * 2)
            },
            { largest, atOnce },
          )
          expect(await Promise.all(questions.map(double))).toEqual(questions.map((n) => n * 2))
        },
      ),
    )
  })

  it('lets the first go at once and those who come meanwhile go together', async () => {
    const batches: number[][] = []
    const ask = gather<number, number>(
      async (batch) => {
        batches.push([...batch])
        await pause(1)
        return batch
      },
      { largest: 10, atOnce: 1 },
    )
    await Promise.all([1, 2, 3, 4].map(ask))
    expect(batches).toEqual([[1], [2, 3, 4]])
  })

  it('fails only the caller whose question fails', async () => {
    const ask = gather<number, number>(
      async (batch) => {
        await pause(1)
        if (batch.includes(3)) throw new Error('three')
        return batch
      },
      { largest: 10, atOnce: 1 },
    )
    const settled = await Promise.allSettled([1, 2, 3, 4].map(ask))
    expect(settled.map((one) => one.status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
    expect(await ask(5)).toBe(5)
  })
})
