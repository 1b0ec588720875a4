import { newToken } from '../lib/ids.ts'

/** What a text that could not be scored is answered with: the error that Google gives, or the highest score. */
export const unknownAnswers = ['error', 'hold'] as const
export type UnknownAnswer = (typeof unknownAnswers)[number]

/** Lets one program ask the triage engine for scores. The key itself is shown once and stored nowhere. */
export type ApiKey = {
  id: number
  /** Whose program it is. */
  name: string
  /** How the key begins. */
  prefix: string
  /** Requests a second, in each process. */
  perSecond: number
  onUnknown: UnknownAnswer
}

/** A national paper's peak is 25,000 comments an hour, 7 a second; three attributes asked one by one are 21. */
export const DEFAULT_PER_SECOND = 25
export const MOST_PER_SECOND = 10_000

/** 132 random bits, as in every link; a beginning that a search for leaked secrets can know. */
export const newApiKey = (): string => `pb_${newToken()}`

/** Enough to tell keys apart, with 102 bits left unsaid. */
export const prefixOf = (key: string): string => key.slice(0, 8)

/** A whole number from 1 to MOST_PER_SECOND; undefined for anything else. */
export function readPerSecond(text: string): number | undefined {
  const number = /^[1-9]\d{0,4}$/.test(text.trim()) ? Number(text) : 0
  return number >= 1 && number <= MOST_PER_SECOND ? number : undefined
}

export const isUnknownAnswer = (text: string): text is UnknownAnswer =>
  (unknownAnswers as readonly string[]).includes(text)
