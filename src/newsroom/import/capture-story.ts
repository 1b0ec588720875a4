import { ok, type Result } from '../../lib/result.ts'
import type { Reading } from './capture.ts'
import { takePhoto } from './capture-head.ts'
import { citedAgencies } from './cited.ts'
import { splitCredit } from './credit.ts'
import { datelineOf } from './dateline.ts'
import { found } from './field.ts'
import { shareNamesIn } from './furniture.ts'
import { beginsPolicy, policySentences } from './policy-text.ts'
import { type ImportRefusal, type Line, refuse, spansWithin, spanWithin } from './source.ts'

/** The story, then the policy, then the share row, each optional; what follows them is left out and said. */
export function readStory(reading: Reading, lines: Line[]): Result<void, ImportRefusal> {
  const rows = lines.map((_, i) => isShareRow(lines, i))
  const end = endOfStory(lines, rows)
  const cited = new Set<string>()
  lines.slice(0, end).forEach((line, i) => {
    if (rows[i]) takeShare(reading, line)
    else takeParagraph(reading, line, cited)
  })
  let at = end
  for (; at < lines.length && !rows[at]; at++) takePolicy(reading, lines[at])
  for (; at < lines.length && rows[at]; at++) takeShare(reading, lines[at])
  return leaveOut(reading, lines.slice(at))
}

/** A line of nothing but names of networks: two of them, or one among its like, as where each stands on its own line. */
function isShareRow(lines: Line[], at: number): boolean {
  const names = (i: number) => shareNamesIn(lines[i]?.text ?? '')
  const own = names(at)
  if (own === undefined) return false
  return own.length > 1 || (own.length === 1 && (names(at - 1) !== undefined || names(at + 1) !== undefined))
}

/** The policy ends the story; without one the last share row does, unless most of the story stands below it. */
function endOfStory(lines: Line[], rows: boolean[]): number {
  const policyAt = lines.findIndex((line) => beginsPolicy(line.text))
  if (policyAt !== -1) return policyAt
  const last = rows.lastIndexOf(true)
  if (last === -1 || lines.length - last - 1 > last) return lines.length
  let first = last
  while (first > 0 && rows[first - 1]) first--
  return first
}

function takeParagraph(reading: Reading, line: Line, cited: Set<string>): void {
  const { capture, coverage } = reading
  if (splitCredit(line.text) !== undefined && line.text.length <= 400) {
    if (takePhoto(reading, line)) return
    coverage.discard(line.span, 'caption of a further picture')
    capture.warnings.push(`Line ${line.no}: the caption of a further picture is left out.`)
    return
  }
  const from = capture.paragraphs.length === 0 ? takeDateline(reading, line) : 0
  const text = line.text.slice(from)
  const span = spanWithin(capture.source, line, from, line.text.length)
  coverage.take('paragraphs', span)
  capture.paragraphs.push(found(text, [span], 0.95))
  takeSources(reading, line, from, cited)
}

function takeSources({ capture }: Reading, line: Line, from: number, cited: Set<string>): void {
  const agencies = citedAgencies(line.text.slice(from)).filter(({ name }) => !cited.has(name))
  const spans = spansWithin(
    capture.source,
    line,
    agencies.map(({ start, end }) => ({ start: from + start, end: from + end })),
  )
  agencies.forEach(({ name, confidence }, i) => {
    const unsure = confidence < 0.7 ? [`“${name}” may be only the beginning of the agency’s name.`] : []
    cited.add(name)
    capture.sources.push(found(name, spans.slice(i, i + 1), confidence, unsure))
  })
}

/** Answers how many letters of the first paragraph it takes. */
function takeDateline({ capture, coverage }: Reading, line: Line): number {
  const place = datelineOf(line.text)
  if (!place) return 0
  const span = spanWithin(capture.source, line, 0, line.text.slice(0, place.length).trimEnd().length)
  const unsure = place.confidence < 0.8 ? ['These may be the story’s first words and no place.'] : []
  coverage.take('dateline', span)
  capture.dateline = found<string | null>(place.place, [span], place.confidence, unsure)
  if (place.agency !== '' && capture.agency.value === null)
    capture.agency = found<string | null>(place.agency, [span], 0.8)
  return place.length
}

function takeShare({ capture, coverage }: Reading, line: Line | undefined): void {
  if (!line) return
  coverage.take('share', line.span)
  const { share } = capture
  for (const name of shareNamesIn(line.text) ?? []) if (!share.value.includes(name)) share.value.push(name)
  share.spans.push(line.span)
  share.confidence = 0.95
}

function takePolicy({ capture, coverage }: Reading, line: Line | undefined): void {
  if (!line) return
  coverage.take('policy', line.span)
  // Not by spreading: a page of nothing else has more sentences than a call has room for arguments.
  for (const sentence of policySentences(line.text)) capture.policy.value.push(sentence)
  capture.policy.spans.push(line.span)
  capture.policy.confidence = 0.9
}

function leaveOut({ capture, coverage }: Reading, lines: Line[]): Result<void, ImportRefusal> {
  const again = lines.find((line) => beginsPolicy(line.text))
  if (again) return refuse('several_captures', again.no, 'a second page ends here: bring one page at a time.')
  for (const line of lines) coverage.discard(line.span, 'stands after the end of the page')
  const [first] = lines
  if (first)
    capture.warnings.push(
      lines.length === 1
        ? `Line ${first.no} stands after the end of the page and is left out.`
        : `Lines ${first.no} to ${lines.at(-1)?.no ?? first.no} stand after the end of the page and are left out.`,
    )
  return ok(undefined)
}
