const scripts: [RegExp, string, 'ltr' | 'rtl'][] = [
  [/\p{Script=Hebrew}/gu, 'he', 'rtl'],
  [/\p{Script=Arabic}/gu, 'ar', 'rtl'],
  [/\p{Script=Devanagari}/gu, 'hi', 'ltr'],
  [/\p{Script=Tamil}/gu, 'ta', 'ltr'],
  [/\p{Script=Cyrillic}/gu, 'ru', 'ltr'],
]

/** Letters that Urdu has and Arabic has not; those that Belarusian has and Russian has not. */
const urdu = /[ٹڈڑںےہھ]/u
const persian = /[پچژگ]/u
const belarusian = /[ўі]/iu

/** By script alone, which is what direction needs; which language of a script is a guess for the editor to correct. */
export function guessLanguage(
  text: string,
  otherwise: string,
): { language: string; direction: 'ltr' | 'rtl' } {
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  for (const [letters, language, direction] of scripts) {
    if ((text.match(letters)?.length ?? 0) <= latin) continue
    if (language === 'ar' && urdu.test(text)) return { language: 'ur', direction }
    if (language === 'ar' && persian.test(text)) return { language: 'fa', direction }
    if (language === 'ru' && belarusian.test(text)) return { language: 'be', direction }
    return { language, direction }
  }
  return { language: otherwise, direction: 'ltr' }
}
