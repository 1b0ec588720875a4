/**
 * The readable part of an address. Other scripts stay as they are, with the vowel signs they need; an address never
 * depends on it, since the number before it decides.
 */
export function slugOf(headline: string): string {
  const slug = headline
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’'`]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '')
    .toWellFormed()
  return slug === '' ? 'article' : slug
}
