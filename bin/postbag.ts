import type { Command } from './command.ts'
import { sayError } from './terminal.ts'

const [, , ...words] = process.argv
const { commands, usage } = await load(words[0])
const name = [words.slice(0, 2).join(' '), words[0] ?? ''].find((candidate) => candidate in commands)
const command = name === undefined ? undefined : commands[name]

if (command && name !== undefined) {
  const rest = words.slice(name.split(' ').length)
  process.exitCode = await command(rest, process.env).catch(sayError)
} else if (words.length === 0 || words[0] === 'help' || words[0] === '--help') {
  process.stdout.write(`${usage}\n`)
} else {
  process.stderr.write(`postbag: there is no command “${words.join(' ')}”.\n\n${usage}\n`)
  process.exitCode = 2
}

/** Only what the command needs: whoever scores a line waits for no web server and no database client. */
async function load(room: string | undefined): Promise<{ commands: Record<string, Command>; usage: string }> {
  if (room !== 'triage') return import('./commands.ts')
  const { triageCommands, triageUsage } = await import('./triage/commands.ts')
  return { commands: triageCommands, usage: triageUsage }
}
