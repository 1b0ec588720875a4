/** Rows in columns of one width, the first row being the head; numbers stand to the right. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => lengthOf(row[column] ?? ''))),
  )
  const numeric = widths.map((_, column) =>
    rows.slice(1).every((row) => /^(?:[-–\d.,% ]|unknown|to|none)*$/.test(row[column] ?? '')),
  )
  return rows.map((row) =>
    widths
      .map((width, column) => {
        const cell = row[column] ?? ''
        const blank = ' '.repeat(width - lengthOf(cell))
        return numeric[column] ? blank + cell : cell + blank
      })
      .join('  ')
      .trimEnd(),
  )
}

const lengthOf = (cell: string): number => [...cell].length

const BAR = 24

/** Empty for what is unknown: a bar of nothing would say zero. */
export const bar = (share: number | null): string =>
  share === null ? '' : '█'.repeat(Math.round(share * BAR)).padEnd(BAR, '░')

export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

/** A statistic as papers print it: .984 */
export const digits = (value: number): string =>
  Number.isFinite(value) ? value.toFixed(3).replace(/^(-?)0\./, '$1.') : '–'
