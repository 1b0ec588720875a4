/**
 * A text as it is compared with others, so that spacing, case, accents and invisible characters do not make a repeat
 * look new. Loses its offsets: evidence is never taken from it.
 */
export function normaliseForComparison(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
