import { ok, type Result } from '../../lib/result.ts'
import type { Capture, Reading } from './capture.ts'
import { takeByline } from './capture-head.ts'
import { found } from './field.ts'
import { furnitureReason } from './furniture.ts'
import { type ImportRefusal, type Line, refuse } from './source.ts'
import { readStamp } from './stamp.ts'
import type { StampLabel, StampLine, StampSegment } from './stamp-line.ts'
import { calendarProblem } from './stamp-words.ts'

/** Stamp lines that follow each other are one stamp; the labels say which time is which. */
export function readStamps(
  reading: Reading,
  stamps: { line: Line; stamp: StampLine }[],
): Result<void, ImportRefusal> {
  for (const { line, stamp } of stamps)
    for (const segment of stamp.segments) {
      const isStamp =
        segment.label !== undefined || (stamp.sureness === 'likely' && segment.words.date !== undefined)
      const taken = isStamp ? takeStamp(reading, line, segment) : ok(takeBeside(reading, segment))
      if (!taken.ok) return taken
    }
  return ok(undefined)
}

function takeBeside(reading: Reading, segment: StampSegment): void {
  if (!takeByline(reading, segment.text, segment))
    reading.coverage.discard(segment, furnitureReason(segment.text) ?? 'beside the stamp')
}

const keys = { published: 'publishedAt', updated: 'updatedAt' } as const satisfies Record<
  StampLabel,
  keyof Capture
>

function takeStamp(
  { capture, coverage }: Reading,
  line: Line,
  segment: StampSegment,
): Result<void, ImportRefusal> {
  const key = keys[segment.label ?? 'published']
  const { words } = segment
  const problem = calendarProblem(words)
  if (problem) return refuse(problem.code, line.no, problem.message)
  if (capture[key].value !== null)
    return refuse(
      'several_captures',
      line.no,
      'a second time of publication stands here: bring one page at a time.',
    )
  const stamp = words.pure ? readStamp(segment.text, capture.zone) : undefined
  if (!stamp?.ok) {
    coverage.discard(segment, 'a stamp that cannot be read')
    capture[key].warnings.push(
      `Line ${line.no}: “${segment.text}” holds no date with a time of day that can be read.`,
    )
    return ok(undefined)
  }
  const warnings = [...capture[key].warnings]
  if (segment.label === undefined) warnings.push('No label says so: it is taken as the time of publication.')
  if (stamp.value.warning !== null) warnings.push(`Line ${line.no}: ${stamp.value.warning}`)
  const { start, end } = segment
  coverage.take(key, { start, end })
  capture[key] = found<string | null>(
    stamp.value.iso,
    [{ start, end }],
    warnings.length > 0 ? 0.6 : 0.97,
    warnings,
  )
  return ok(undefined)
}

export function checkStamps({ publishedAt, updatedAt }: Capture): void {
  if (publishedAt.value === null && updatedAt.value !== null)
    publishedAt.warnings.push('The page names an update but no time of publication.')
  if (publishedAt.value === null || updatedAt.value === null) return
  if (Date.parse(updatedAt.value) < Date.parse(publishedAt.value))
    updatedAt.warnings.push('The last update is earlier than the publication.')
}
