import type { Logger } from '../logger.ts'

/** A piece of work that a process does beside serving. Named for who would do it in a newspaper's house. */
export type Job = { name: string; start(): void; stop(): Promise<void>; runNow(): Promise<void> }

/**
 * Runs `work` again and again, a pause after each run, never two at once. A failure is logged and the next run comes:
 * a database that was away for a minute must not end the post for good.
 */
export function every(name: string, pauseMs: number, logger: Logger, work: () => Promise<void>): Job {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let stopped = true
  const run = (): Promise<void> => {
    running ??= work()
      .catch((error: unknown) => logger.error({ err: error, job: name }, 'a job failed'))
      .finally(() => {
        running = undefined
      })
    return running
  }
  const loop = async (): Promise<void> => {
    await run()
    if (!stopped) timer = setTimeout(loop, pauseMs)
  }
  return {
    name,
    start() {
      stopped = false
      timer = setTimeout(loop, pauseMs)
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
    // A run under way may have looked before the caller's change: let it end, then look again.
    async runNow() {
      await running
      await run()
    },
  }
}
