import { expect, it } from 'vitest'
import { createLogger } from '../../src/logger.ts'
import { hostileCases } from './cases.ts'

it.each(hostileCases)('a log line holds “$name” on one line that drives no terminal', ({ text }) => {
  const lines: string[] = []
  createLogger('info', (line) => lines.push(line)).error({ err: new Error(text), path: text }, text)
  expect(lines).toHaveLength(1)
  expect(lines[0]).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069]|\n./)
  const logged = JSON.parse(lines[0] ?? '') as Record<string, unknown>
  expect(Object.keys(logged)).toEqual(['level', 'time', 'err', 'path', 'msg'])
  // An address in it is cut out, which logger.test.ts is about.
  if (!/[@]|:\/\//.test(text)) expect(logged).toMatchObject({ level: 50, path: text, msg: text })
})
