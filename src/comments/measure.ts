import { minutes } from '../lib/clock.ts'

/**
 * What the desk may take against one writer, the mildest first (DSA Art. 23: a warning before a suspension, and in
 * proportion). `slow`: a pause between comments. `pre`: the desk reads each before it appears, whatever the article's mode.
 */
export const measureKinds = ['warning', 'slow', 'pre', 'suspension', 'ban'] as const
export type MeasureKind = (typeof measureKinds)[number]

/** In force at the moment it was asked for. A warning is over once it is said and never stands here. */
export type MeasureInForce = {
  kind: Exclude<MeasureKind, 'warning'>
  /** Only of slow mode. */
  pauseMinutes: number | null
  /** Null: until a person lifts it. */
  endsAt: Date | null
}

export type MeasureBar =
  | { code: 'writer_banned' }
  | { code: 'writer_suspended'; minutesLeft: number }
  | { code: 'slow_mode'; pauseMinutes: number; minutesLeft: number }

const minutesUntil = (at: Date, now: Date): number =>
  Math.max(1, Math.ceil((at.getTime() - now.getTime()) / minutes(1)))

/**
 * Whether a writer may send a comment now; the strictest measure answers. `lastSentAt` is of the writer's last comment that
 * reached the desk: one never confirmed may be a stranger's who typed this address. Fails closed: a suspension without
 * an end bars like a ban.
 */
export function barFor(
  measures: readonly MeasureInForce[],
  lastSentAt: Date | null,
  now: Date,
): MeasureBar | undefined {
  const inForce = measures.filter((measure) => measure.endsAt === null || measure.endsAt > now)
  if (inForce.some((m) => m.kind === 'ban' || (m.kind === 'suspension' && m.endsAt === null)))
    return { code: 'writer_banned' }
  const until = inForce.flatMap((m) => (m.kind === 'suspension' && m.endsAt ? [m.endsAt.getTime()] : []))
  if (until.length > 0)
    return { code: 'writer_suspended', minutesLeft: minutesUntil(new Date(Math.max(...until)), now) }
  const pause = Math.max(0, ...inForce.map((m) => (m.kind === 'slow' ? (m.pauseMinutes ?? 0) : 0)))
  return pauseBar(pause, lastSentAt, now)
}

/** Slow mode, of a writer or of a thread: undefined once the pause is over, or where nothing was sent before. */
export function pauseBar(
  pauseMinutes: number,
  lastSentAt: Date | null,
  now: Date,
): (MeasureBar & { code: 'slow_mode' }) | undefined {
  if (pauseMinutes <= 0 || lastSentAt === null) return undefined
  const free = new Date(lastSentAt.getTime() + minutes(pauseMinutes))
  return free <= now ? undefined : { code: 'slow_mode', pauseMinutes, minutesLeft: minutesUntil(free, now) }
}

/** Whether each comment of the writer waits for the desk, whatever the article's mode. */
export const isReadFirst = (measures: readonly MeasureInForce[], now: Date): boolean =>
  measures.some((m) => m.kind === 'pre' && (m.endsAt === null || m.endsAt > now))
