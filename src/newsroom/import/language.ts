/** First and last code unit of the letters of a script; Latin without its signs. */
const scripts: { from: number; to: number; language: string; direction: 'ltr' | 'rtl' }[] = [
  { from: 0x41, to: 0x24f, language: 'latin', direction: 'ltr' },
  { from: 0x400, to: 0x52f, language: 'ru', direction: 'ltr' },
  { from: 0x590, to: 0x5ff, language: 'he', direction: 'rtl' },
  { from: 0x600, to: 0x6ff, language: 'ar', direction: 'rtl' },
  { from: 0x750, to: 0x77f, language: 'ar', direction: 'rtl' },
  { from: 0x8a0, to: 0x8ff, language: 'ar', direction: 'rtl' },
  { from: 0x900, to: 0x97f, language: 'hi', direction: 'ltr' },
  { from: 0x980, to: 0x9ff, language: 'bn', direction: 'ltr' },
  { from: 0xb80, to: 0xbff, language: 'ta', direction: 'ltr' },
  { from: 0xfb50, to: 0xfdff, language: 'ar', direction: 'rtl' },
  { from: 0xfe70, to: 0xfefe, language: 'ar', direction: 'rtl' },
]

/** Letters that Urdu has and Arabic has not; Persian; and those that Belarusian or Ukrainian have and Russian has not. */
const urdu = /[ٹڈڑںےہھ]/
const persian = /[پچژگ]/
const belarusian = /[ўЎ]/
const ukrainian = /[їєґЇЄҐ]/

/** Which of the scripts above a language is written in; all others in Latin letters. */
const scriptOf: Record<string, string> = {
  ...{
    he: 'he',
    yi: 'he',
    ar: 'ar',
    fa: 'ar',
    ur: 'ar',
    ps: 'ar',
    sd: 'ar',
    ug: 'ar',
    hi: 'hi',
    mr: 'hi',
    ne: 'hi',
  },
  ...{ bn: 'bn', as: 'bn', ta: 'ta', ru: 'ru', uk: 'ru', be: 'ru', bg: 'ru', sr: 'ru', mk: 'ru' },
}

/**
 * By script alone, which is all that direction needs; which language of a script it is, is a guess for the editor to
 * correct. `expected`: BCP 47, the paper's own, which holds wherever the script does not speak against it.
 */
export function guessLanguage(
  text: string,
  expected: string,
): { language: string; direction: 'ltr' | 'rtl' } {
  const counts = new Map<string, number>()
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const script = scripts.find(({ from, to }) => code >= from && code <= to)
    if (script) counts.set(script.language, (counts.get(script.language) ?? 0) + 1)
  }
  const primary = expected.split('-')[0]?.toLowerCase() ?? ''
  const own = Object.hasOwn(scriptOf, primary) ? (scriptOf[primary] ?? 'latin') : 'latin'
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  const seen = most?.[0] ?? own
  const direction = scripts.find((script) => script.language === seen)?.direction ?? 'ltr'
  if (seen === own) return { language: expected, direction }
  return { language: seen === 'latin' ? 'en' : narrowed(seen, text), direction }
}

function narrowed(language: string, text: string): string {
  if (language === 'ar') return urdu.test(text) ? 'ur' : persian.test(text) ? 'fa' : 'ar'
  if (language === 'ru') return belarusian.test(text) ? 'be' : ukrainian.test(text) ? 'uk' : 'ru'
  return language
}
