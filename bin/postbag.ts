import { runCommand } from '../src/commands/run.ts'

process.exitCode = await runCommand(process.argv.slice(2), process.env)
