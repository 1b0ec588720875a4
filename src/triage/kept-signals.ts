import type { Signal, SignalSet } from './signal.ts'

type Source = Signal['source']
type Told = Partial<Omit<Signal, 'name' | 'value' | 'source'>>

/**
 * All signals of a text as they are kept on record, at a third of their size: most are a zero that nothing need be said
 * of, and every comment keeps some forty. Below 2 KB PostgreSQL keeps a row in one piece; above, it compresses each and
 * writes it to a second table. Names, values and sources stand in the same order; nothing is left out, so that a zero
 * and an unknown are still told apart in ten years.
 */
export type KeptSignals = Pick<SignalSet, 'engine' | 'language' | 'learnt'> & {
  /** Joined by spaces: no name has one. */
  names: string
  values: (number | null)[]
  /** A letter a signal. */
  sources: string
  /** Of those that point at something, by their place: evidence as start and end, start and end, and so on. */
  told: Record<string, Omit<Told, 'evidence'> & { at?: number[] }>
}

const letters: Record<Source, string> = { rule: 'r', lexicon: 'x', linear: 'l', network: 'n' }
const sources = new Map(Object.entries(letters).map(([source, letter]) => [letter, source as Source]))

export function keepSignals({ signals, ...set }: SignalSet): KeptSignals {
  const told: KeptSignals['told'] = {}
  for (const [place, { name: _, value: __, source: ___, evidence, ...rest }] of signals.entries()) {
    const at = evidence.flatMap(({ start, end }) => [start, end])
    if (at.length > 0) told[place] = { ...rest, at }
    else if (Object.keys(rest).length > 0) told[place] = rest
  }
  return {
    ...set,
    names: signals.map(({ name }) => name).join(' '),
    values: signals.map(({ value }) => value),
    sources: signals.map(({ source }) => letters[source]).join(''),
    told,
  }
}

/** The same signals again, to the last digit. */
export function readSignals({ names, values, sources: kept, told, ...set }: KeptSignals): SignalSet {
  const signals = values.length === 0 ? [] : names.split(' ')
  return {
    ...set,
    signals: signals.map((name, place) => {
      const { at = [], ...rest } = told[place] ?? {}
      const value = values[place] ?? null
      return {
        name,
        value,
        source: sources.get(kept.charAt(place)) ?? 'rule',
        evidence: pairsOf(at),
        ...rest,
      }
    }),
  }
}

function pairsOf(at: readonly number[]): Signal['evidence'] {
  const evidence: { start: number; end: number }[] = []
  for (let i = 0; i + 1 < at.length; i += 2) evidence.push({ start: at[i] ?? 0, end: at[i + 1] ?? 0 })
  return evidence
}
