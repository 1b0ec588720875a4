/** One line that is drawn over, on a terminal only; what was done and how long it took stays. */
export function progressOf(label: string): { update(done: number, total: number): void; end(): void } {
  const terminal = process.stderr.isTTY === true
  const before = process.cpuUsage()
  return {
    update(done, total) {
      const bar = '█'.repeat(Math.round((24 * done) / total)).padEnd(24, '░')
      if (terminal) process.stderr.write(`\r${label.padEnd(12)} ${bar}`)
    },
    end() {
      const { user, system } = process.cpuUsage(before)
      const line = `${label.padEnd(12)} ${((user + system) / 1e6).toFixed(1)} CPU-seconds`
      process.stderr.write(`${terminal ? '\r' : ''}${line.padEnd(38)}\n`)
    },
  }
}
