import { commands, usage } from './commands.ts'
import { say, sayError } from './terminal.ts'

const [, , ...words] = process.argv
const name = [words.slice(0, 2).join(' '), words[0] ?? ''].find((candidate) => candidate in commands)
const command = name === undefined ? undefined : commands[name]

if (command && name !== undefined) {
  const rest = words.slice(name.split(' ').length)
  process.exitCode = await command(rest, process.env).catch(sayError)
} else if (words.length === 0 || words[0] === 'help' || words[0] === '--help') {
  say(usage)
} else {
  process.stderr.write(`postbag: there is no command “${words.join(' ')}”.\n\n${usage}\n`)
  process.exitCode = 2
}
