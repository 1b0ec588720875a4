/**
 * Letters that pass for Latin ones, after NFKD and in lower case; full-width and mathematical alphabets are NFKD's.
 * A choice from Unicode Technical Standard 39 (confusables), wider where people write words with them.
 */
const lookalikes: Record<string, string> = {
  a: 'аαɑᴀ∀λ',
  b: 'вьβʙƀ฿ъ',
  c: 'сϲᴄⅽↄ',
  d: 'ԁđðᴅɗⅾ',
  e: 'еёєεєᴇℯҽəǝ',
  f: 'ƒꜰϝғ',
  g: 'ɡɢǥց',
  h: 'һнħʜℎ',
  i: 'іїιıɪɩӏ¡ɨ',
  j: 'јϳᴊʝ',
  k: 'кκᴋƙĸ',
  l: 'ʟłⅼӏ',
  m: 'мᴍⅿ₥',
  n: 'пηɴոŋли',
  o: 'оοσᴏøօθө',
  p: 'рρᴘþƿ',
  q: 'ԛɋգ',
  r: 'гʀɾяɹ',
  s: 'ѕꜱʂ',
  t: 'тτᴛŧ',
  u: 'υᴜцսʋμ',
  v: 'νᴠѵⅴ',
  w: 'ԝωᴡшщ',
  x: 'хχⅹж',
  y: 'уγʏყ',
  z: 'ᴢƶʐ',
  ss: 'ß',
  ae: 'æ',
  oe: 'œ',
  "'": '’‘`´ʼ′',
  '"': '“”„«»″',
}

/** White letters on black discs and squares, which NFKD leaves as they are. */
const blackAlphabets = [0x1f150, 0x1f170].flatMap((first) =>
  Array.from(
    { length: 26 },
    (_, i) => [String.fromCodePoint(first + i), String.fromCharCode(97 + i)] as const,
  ),
)

export const homoglyphs: ReadonlyMap<string, string> = new Map([
  ...blackAlphabets,
  ...Object.entries(lookalikes).flatMap(([latin, glyphs]) =>
    [...glyphs].map((glyph) => [glyph, latin] as const),
  ),
])
