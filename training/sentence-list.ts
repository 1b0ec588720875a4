/** Sentences out of one text: a slash separates them, white space runs together. */
export const list = (text: string): string[] =>
  text
    .split('/')
    .map((item) => item.replace(/\s+/g, ' ').trim())
    .filter((item) => item !== '')
