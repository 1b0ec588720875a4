/** All that ends a line, drives a terminal (ECMA-48, C1 included) or turns the letters around it; not LF. */
const driving = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g

/** A line for a terminal or a log, with such characters written out as JSON writes them: JSON stays JSON. */
export const printable = (line: string): string =>
  line.replace(driving, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
