import { randomInt } from 'node:crypto'

const STEPS = 2 ** 32

/** Uniform from 0 to below 1, from the system's generator: nobody can foresee it from what it gave before. */
export const chance = (): number => randomInt(STEPS) / STEPS
