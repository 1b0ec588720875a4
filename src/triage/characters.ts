/** What a character of a folded text can be part of. */
export const kind = {
  /** White space, and whatever separates words. */
  other: 0,
  letter: 1,
  /** A sign that stands for a letter in some spellings: `f*ck`, `@ss`, `$tup!d`; the apostrophe of `don't`. */
  sign: 2,
  /** Inside a word it may join or split it: `f.u.c.k`, `well-known`, `example.org`. */
  joint: 3,
  quote: 4,
  emoji: 5,
} as const

export type Kind = (typeof kind)[keyof typeof kind]

const ascii = Array.from({ length: 128 }, (_, code): Kind => {
  const character = String.fromCharCode(code)
  if (/[a-z0-9]/i.test(character)) return kind.letter
  if ("@$*!'#+|?".includes(character)) return kind.sign
  if ('.-_~,'.includes(character)) return kind.joint
  return character === '"' ? kind.quote : kind.other
})

// One byte a UTF-16 unit, filled when first met; 255 is "not yet".
const wide = new Uint8Array(65536).fill(255)
wide.set(ascii)

function kindOfWide(code: number): Kind {
  const character = String.fromCharCode(code)
  if (/[€£¥¢]/.test(character)) return kind.sign
  if (/[\p{L}\p{N}]/u.test(character)) return kind.letter
  // A high surrogate: beyond the basic plane emoji are what comments hold.
  return /\p{Extended_Pictographic}|[\ud83c-\ud83e]/u.test(character) ? kind.emoji : kind.other
}

/** The kind of a UTF-16 unit; the low half of a surrogate pair is `other`. */
export function kindOf(code: number): Kind {
  const known = wide[code]
  if (known !== undefined && known !== 255) return known as Kind
  const found = kindOfWide(code)
  wide[code] = found
  return found
}
