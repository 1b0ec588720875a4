import { ok, type Result, refused } from '../../src/lib/result.ts'
import type { SignalContext } from '../../src/triage/signal.ts'

export type TextRecord = { text: string; context: SignalContext; fields: Record<string, unknown> }

/** A line of JSON with a text, and what stands around it; or what is wrong with the line. Other fields are left alone. */
export function readRecord(line: string): Result<TextRecord, string> {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return refused('it is no JSON')
  }
  if (!isObject(value)) return refused('it is no object')
  if (typeof value['text'] !== 'string') return refused('“text” is missing, or is no string')
  const context = readContext(value['context'] ?? {})
  return context.ok ? ok({ text: value['text'], context: context.value, fields: value }) : context
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function readContext(given: unknown): Result<SignalContext, string> {
  if (!isObject(given)) return refused('“context” is no object')
  const { headline = null, parent = null, names = null } = given
  if (headline !== null && typeof headline !== 'string') return refused('“context.headline” is no string')
  if (parent !== null && typeof parent !== 'string') return refused('“context.parent” is no string')
  if (names !== null && !(Array.isArray(names) && names.every((name) => typeof name === 'string')))
    return refused('“context.names” is no list of strings')
  return ok({
    ...(headline !== null && { headline }),
    ...(parent !== null && { parentText: parent }),
    ...(names !== null && { names: names as string[] }),
  })
}
