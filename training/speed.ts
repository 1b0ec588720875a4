import { readDevSet } from './devsets.ts'
import type { Measurement } from './measurements.ts'
import type { Scorer } from './scorer.ts'

const characters = 300
const passes = 7

/** CPU time, since the machine has other work: comments of about 300 characters, the fastest pass. */
export function measureSpeed(scorer: Scorer, data: string, loadMilliseconds: number): Measurement[] {
  const texts = readDevSet(data, 'civil')
    .map((row) => row.text)
    .filter((text) => text.length >= characters - 100 && text.length <= characters + 100)
  let perSecond = 0
  for (let pass = 0; pass < passes; pass++) {
    const before = process.cpuUsage()
    for (const text of texts) scorer.score(text, {})
    const { user, system } = process.cpuUsage(before)
    perSecond = Math.max(perSecond, (1e6 * texts.length) / (user + system))
  }
  return [
    {
      measure: 'comments of 300 characters a CPU-second, warm',
      value: Math.round(perSecond).toLocaleString('en-GB'),
    },
    { measure: 'load', value: `${loadMilliseconds.toFixed(0)} ms` },
    { measure: 'resident memory', value: `${(process.memoryUsage().rss / 1e6).toFixed(0)} MB` },
  ]
}
