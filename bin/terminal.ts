import { EmbeddedError } from '../src/db/embedded-place.ts'
import { MigrationError } from '../src/db/migrate.ts'
import { printable } from '../src/lib/printable.ts'

/** What a command says; errors and progress go to the other stream, so that output can be piped. */
export const say = (line: string): void => {
  process.stdout.write(`${printable(line)}\n`)
}

const complain = (text: string): void => {
  process.stderr.write(`${printable(text)}\n`)
}

/** A mistake of whoever typed: a sentence, no stack, exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}

export function sayError(error: unknown): number {
  const known =
    [UsageError, EmbeddedError, MigrationError].some((kind) => error instanceof kind) || isNamed(error)
  if (known && error instanceof Error) {
    complain(`postbag: ${error.message}`)
    return error instanceof UsageError ? 2 : 1
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (
    code === 'ECONNREFUSED' ||
    code === 'ENOENT' ||
    code === 'EACCES' ||
    code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ||
    code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE'
  ) {
    complain(`postbag: ${(error as Error).message}`)
    return 2
  }
  complain(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return 1
}

const isNamed = (error: unknown): boolean =>
  error instanceof Error && ['BackupError', 'RestoreError'].includes(error.name)

/** One line that is drawn over, on a terminal only and where it is wanted: a pipe gets no bars. */
export function progressBar(
  label: string,
  wanted = true,
): { update(done: number, total: number): void; end(): void } {
  const shown = wanted && process.stderr.isTTY === true
  let last = ''
  return {
    update(done, total) {
      if (!shown) return
      const share = total > 0 ? Math.min(1, done / total) : 0
      const bar = `${'█'.repeat(Math.round(share * 24)).padEnd(24, '░')}`
      const line = `${label} ${bar} ${done.toLocaleString('en-GB')}${total > 0 ? ` of ${total.toLocaleString('en-GB')}` : ''}`
      if (line !== last) process.stderr.write(`\r${line}`)
      last = line
    },
    end() {
      if (shown && last !== '') process.stderr.write('\n')
    },
  }
}
