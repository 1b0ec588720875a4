/** The widest window of words that `pooledMaxima` can read. */
export const widestWindow = 5

/** Filters of one width within a row: where their taps begin, and how many filters they are. */
type Taps = { width: number; tap: number; filters: number }

/**
 * For each filter its highest sum over all windows of the text, those that reach over its ends included and the one that
 * holds nothing (0). `begins` holds where each word's row begins, with `widestWindow - 1` rows of nothing on both sides.
 *
 * One loop a width: a loop over the taps within the filters would keep the sums in memory, not in registers, and take
 * twice the time.
 */
export function pooledMaxima(
  rows: Int16Array,
  begins: Int32Array,
  words: number,
  { width, tap, filters }: Taps,
  maxima: Int32Array,
): void {
  maxima.fill(0, 0, filters)
  const first = widestWindow - width
  const last = widestWindow - 1 + words
  for (let at = first; at < last; at++) {
    const a = (begins[at] as number) + tap
    if (width === 1) {
      raise1(rows, a, filters, maxima)
      continue
    }
    const b = (begins[at + 1] as number) + tap + filters
    if (width === 2) {
      raise2(rows, a, b, filters, maxima)
      continue
    }
    const c = (begins[at + 2] as number) + tap + 2 * filters
    if (width === 3) raise3(rows, a, b, c, filters, maxima)
    else {
      const d = (begins[at + 3] as number) + tap + 3 * filters
      const e = (begins[at + 4] as number) + tap + 4 * filters
      raise5(rows, a, b, c, d, e, filters, maxima)
    }
  }
}

function raise1(rows: Int16Array, a: number, filters: number, maxima: Int32Array): void {
  for (let i = 0; i < filters; i++) {
    const sum = rows[a + i] as number
    if (sum > (maxima[i] as number)) maxima[i] = sum
  }
}

function raise2(rows: Int16Array, a: number, b: number, filters: number, maxima: Int32Array): void {
  for (let i = 0; i < filters; i++) {
    const sum = (rows[a + i] as number) + (rows[b + i] as number)
    if (sum > (maxima[i] as number)) maxima[i] = sum
  }
}

function raise3(
  rows: Int16Array,
  a: number,
  b: number,
  c: number,
  filters: number,
  maxima: Int32Array,
): void {
  for (let i = 0; i < filters; i++) {
    const sum = (rows[a + i] as number) + (rows[b + i] as number) + (rows[c + i] as number)
    if (sum > (maxima[i] as number)) maxima[i] = sum
  }
}

function raise5(
  rows: Int16Array,
  a: number,
  b: number,
  c: number,
  d: number,
  e: number,
  filters: number,
  maxima: Int32Array,
): void {
  for (let i = 0; i < filters; i++) {
    const sum =
      (rows[a + i] as number) +
      (rows[b + i] as number) +
      (rows[c + i] as number) +
      (rows[d + i] as number) +
      (rows[e + i] as number)
    if (sum > (maxima[i] as number)) maxima[i] = sum
  }
}

/** Where in `begins` the window begins that gave one filter its maximum, the earliest of equals. */
export function strongestWindow(
  rows: Int16Array,
  begins: Int32Array,
  words: number,
  { width, tap, filters }: Taps,
  filter: number,
): number {
  let strongest = widestWindow - width
  let highest = Number.NEGATIVE_INFINITY
  for (let at = widestWindow - width; at < widestWindow - 1 + words; at++) {
    let sum = 0
    for (let place = 0; place < width; place++)
      sum += rows[(begins[at + place] as number) + tap + place * filters + filter] as number
    if (sum <= highest) continue
    highest = sum
    strongest = at
  }
  return strongest
}
