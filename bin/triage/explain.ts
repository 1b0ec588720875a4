import { text as readAll } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { printable } from '../../src/lib/printable.ts'
import { say, UsageError } from '../terminal.ts'
import { explanationOf, sayExplanation } from './explanation.ts'
import { openEngine } from './score-batch.ts'

/** `postbag triage explain [TEXT]`: for a person, rule by rule, why a text scores as it does. */
export async function explain(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      headline: { type: 'string' },
      parent: { type: 'string' },
      name: { type: 'string', multiple: true },
      models: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  if (positionals.length === 0 && process.stdin.isTTY)
    process.stderr.write('The text, and Ctrl+D at its end:\n')
  const text = positionals.length > 0 ? positionals.join(' ') : await readAll(process.stdin)
  if (text.trim() === '') throw new UsageError('There is no text: postbag triage explain TEXT')
  const { headline, parent, name } = values
  const set = openEngine(values.models).signalsFor(text, {
    ...(headline !== undefined && { headline }),
    ...(parent !== undefined && { parentText: parent }),
    ...(name !== undefined && { names: name }),
  })
  const explanation = explanationOf(text, set)
  if (values.json) say(JSON.stringify(explanation))
  else process.stdout.write(`${sayExplanation(text, explanation).map(printable).join('\n')}\n`)
  return 0
}
