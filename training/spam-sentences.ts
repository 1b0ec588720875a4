import type { PoolRow } from './pool.ts'
import { randomOf } from './random.ts'
import { noPromotion, selfPromotion } from './reader-sentences.ts'
import { advertising, names, noAdvertising } from './sentences.ts'

const times = 6
const places = 'Instagram/Facebook/YouTube/TikTok/SoundCloud/Telegram/Snapchat/Twitter'.split('/')

/** Own sentences for the spam head: the pools hold text messages and videos' comments, no newspaper's. */
export function ownSpamSentences(seed: number): PoolRow[] {
  const random = randomOf(seed)
  const digits = (count: number): string =>
    Array.from({ length: count }, () => Math.floor(random() * 10)).join('')
  const word = (): string => Array.from({ length: 7 }, () => String.fromCharCode(97 + random() * 26)).join('')
  const address = (): string =>
    random() < 0.5 ? `https://${word()}.example/${word()}` : `${word()}@${word()}.example`
  const fill = (template: string): string =>
    template
      .replaceAll('{N}', () => names[Math.floor(random() * names.length)] ?? '')
      .replaceAll('{T}', () => `+${digits(2)} ${digits(3)} ${digits(3)} ${digits(4)}`)
      .replaceAll('{U}', address)
      .replaceAll('{H}', () => places[Math.floor(random() * places.length)] ?? '')
      .replaceAll('{M}', () => `$${1 + Math.floor(random() * 9)}${digits(2)}`)
  const rowsOf = (templates: readonly string[], spam: 0 | 1): PoolRow[] =>
    templates.flatMap((template) =>
      Array.from({ length: times }, () => ({ src: 'own', w: 0.5, text: fill(template), spam })),
    )
  return [
    ...rowsOf(advertising, 1),
    ...rowsOf(noAdvertising, 0),
    ...rowsOf(selfPromotion, 1),
    ...rowsOf(noPromotion, 0),
  ]
}
