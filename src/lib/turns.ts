/**
 * One piece of heavy work for each turn of the event loop: what else came in meanwhile is answered between two of them,
 * however many arrived at once. Await it before the work.
 */
export function createTurns(): () => Promise<void> {
  let last = Promise.resolve()
  return () => {
    last = last.then(() => new Promise<void>((resolve) => setImmediate(resolve)))
    return last
  }
}
