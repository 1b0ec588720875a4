/** A bug, never a reader's mistake: logged whole, shown as a page with a reference number. */
export class InvariantError extends Error {
  override name = 'InvariantError'
}

export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message)
}

export function assertUnreachable(value: never): never {
  throw new InvariantError(`No case for ${JSON.stringify(value)}`)
}
