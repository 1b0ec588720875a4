/** What a key press is, apart from the browser, so that it can be tested without one. */
export type Press = {
  key: string
  ctrlKey: boolean
  altKey: boolean
  metaKey: boolean
  repeat: boolean
  isComposing: boolean
}

export type Where = { inField: boolean; inDialog: boolean; keysOn: boolean }

/** What the press asks for: an act by its `data-key`, or one of the keys that only move the eye. */
export type Asked =
  | { kind: 'act'; key: string }
  | { kind: 'leave_field' }
  | { kind: 'write' }
  | { kind: 'help' }
  | null

/**
 * A held key decides once, not thirty times a second; a key with Ctrl, Alt or Command belongs to the browser; a key
 * in a field is a letter.
 */
export function askedBy(press: Press, where: Where): Asked {
  if (press.ctrlKey || press.altKey || press.metaKey || press.repeat || press.isComposing) return null
  if (where.inField) return press.key === 'Escape' ? { kind: 'leave_field' } : null
  if (press.key === '?') return { kind: 'help' }
  if (where.inDialog || !where.keysOn) return null
  if (press.key.length !== 1) return null
  const key = press.key.toUpperCase()
  if (key === 'W') return { kind: 'write' }
  return /^[A-Z1-9]$/.test(key) ? { kind: 'act', key } : null
}
