import type { Field } from './capture.ts'
import type { Span } from './source.ts'

export const found = <T>(value: T, spans: Span[], confidence: number, warnings: string[] = []): Field<T> => ({
  value,
  spans,
  confidence,
  warnings,
})
