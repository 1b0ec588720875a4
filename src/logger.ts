import { pino } from 'pino'
import { printable } from './lib/printable.ts'

export type Logger = Pick<pino.Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal'>

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent'

/**
 * One JSON object a line, on the error output: a command's own output stays pure. Written at once, so that the last
 * line before an end is there.
 */
export function createLogger(
  level: LogLevel = 'info',
  write: (line: string) => void = (line) => process.stderr.write(line),
): Logger {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    { write: (line) => write(printable(redact(line))) },
  )
}

// Bounded repeats: a line that a reader filled costs no more than its length.
const secrets = [
  // postgres://name:password@host, also inside an error's message.
  [/(:\/\/)[^\s/@"\\]{1,300}@/g, '$1***@'],
  [/[\p{L}\p{N}.!#$%&'*+=?^_`{|}~-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu, '***@***'],
  // Private addresses open a receipt or sign somebody in.
  [/(\/(?:sign-in|confirmations|receipts|reports)\/)[\w-]{1,100}/g, '$1***'],
  [/("(?:token|cookie|authorization|set-cookie)":")(?:[^"\\]|\\.){1,4000}"/gi, '$1***"'],
] as const

/** Logs are kept longer and read by more people than the database: no address, password or private link in them. */
export function redact(line: string): string {
  return secrets.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), line)
}
