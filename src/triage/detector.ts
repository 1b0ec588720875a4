import type { Signal, SignalContext } from './signal.ts'

export type Measured = Omit<Signal, 'source'> & Partial<Pick<Signal, 'source'>>

/**
 * Measures one aspect of a text. Pure, and linear in the text's length. What it throws makes all its signals unknown, so
 * it needs no guard of its own; what it cannot tell it says with `null`.
 */
export type Detector = {
  /** Every signal it ever gives, each time, in this order. */
  names: readonly string[]
  measure(text: string, context: SignalContext): Measured[]
}
