export type HostileCase = {
  name: string
  text: string
  /** What it would do where it was not taken for text. */
  why: string
}

type Row = readonly [name: string, text: string, why: string]

export const group = (rows: readonly Row[]): HostileCase[] =>
  rows.map(([name, text, why]) => ({ name, text, why }))
