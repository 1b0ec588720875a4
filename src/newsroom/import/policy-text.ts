const label =
  /^(?:disclaimer|comments? policy|comment(?:ing)? guidelines|إخلاء مسؤولية|إخلاء المسؤولية|تنويه|دستبرداری|اعلان دستبرداری|سلب مسئولیت|כתב ויתור|הבהרה|अस्वीकरण|haftungsausschluss|avertissement|descargo de responsabilidad)\s?[:：]\s?/i
const standing = /^(?:the )?views expressed in (?:the )?comments\b/i

/** Where the policy text begins: from here on it is the paper's standing words to its readers, not the story's. */
export const beginsPolicy = (text: string): boolean => label.test(text) || standing.test(text)

/** The sentences of one line of it, without the label; what ends a sentence stays with it. */
export function policySentences(text: string): string[] {
  const sentences: string[] = []
  const words = text.replace(label, '')
  let start = 0
  for (const end of words.matchAll(/[.!?؟۔।]+["'”’)]?(?=\s|$)/gu)) {
    const next = end.index + end[0].length
    sentences.push(words.slice(start, next).trim())
    start = next
  }
  const rest = words.slice(start).trim()
  return rest === '' ? sentences : [...sentences, rest]
}
