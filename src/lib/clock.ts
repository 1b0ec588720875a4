/** Time is an argument everywhere, so that a lease of 90 s is tested in no time. */
export type Clock = { now(): Date }

export const systemClock: Clock = { now: () => new Date() }

export const seconds = (n: number): number => n * 1000
export const minutes = (n: number): number => n * 60_000
export const hours = (n: number): number => n * 3_600_000
export const days = (n: number): number => n * 86_400_000
export const after = (at: Date, milliseconds: number): Date => new Date(at.getTime() + milliseconds)
