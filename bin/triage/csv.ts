import { ok, type Result, refused } from '../../src/lib/result.ts'

/**
 * The records of a CSV file (RFC 4180), by the names in its first line: quoted fields may hold commas, line breaks and
 * doubled quotes. Refused with the line where a quote is not closed or a record has another number of fields.
 */
export function readCsv(text: string): Result<Record<string, string>[], string> {
  const rows: { line: number; fields: string[] }[] = []
  let [at, line] = [text.startsWith('\uFEFF') ? 1 : 0, 1]
  while (at < text.length) {
    const row = { line, fields: [] as string[] }
    for (;;) {
      const field = text[at] === '"' ? quotedField(text, at) : plainField(text, at)
      if (field === undefined) return refused(`line ${line}: a quotation mark is not closed`)
      row.fields.push(field.value)
      line += field.lines
      at = field.end
      if (text[at] !== ',') break
      at++
    }
    if (at < text.length && text[at] !== '\n' && text[at] !== '\r')
      return refused(`line ${line}: there is text behind a closing quotation mark`)
    at += text.startsWith('\r\n', at) ? 2 : 1
    line++
    if (row.fields.length > 1 || row.fields[0] !== '') rows.push(row)
  }
  const [head, ...records] = rows
  if (!head) return refused('it is empty')
  const odd = records.find(({ fields }) => fields.length !== head.fields.length)
  if (odd)
    return refused(
      `line ${odd.line}: ${odd.fields.length} fields, and the first line names ${head.fields.length}`,
    )
  return ok(
    records.map(({ fields }) =>
      Object.fromEntries(head.fields.map((name, i) => [name.trim(), fields[i] ?? ''])),
    ),
  )
}

type Field = { value: string; end: number; lines: number }

const fieldEnd = /[,\r\n]/g

function plainField(text: string, start: number): Field {
  fieldEnd.lastIndex = start
  const end = fieldEnd.exec(text)?.index ?? text.length
  return { value: text.slice(start, end), end, lines: 0 }
}

function quotedField(text: string, start: number): Field | undefined {
  let end = text.indexOf('"', start + 1)
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2)
  if (end < 0) return undefined
  const inside = text.slice(start + 1, end)
  return { value: inside.replaceAll('""', '"'), end: end + 1, lines: inside.split('\n').length - 1 }
}
