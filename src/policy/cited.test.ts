import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { shippedEngine } from '../engine.ts'
import { unknownSignals } from './cited.ts'
import { parsePolicy } from './parse.ts'

const yaml = readFileSync(join(import.meta.dirname, '../../policies/default.yaml'), 'utf8')
const wrongIn = (text: string): string[] => {
  const policy = parsePolicy(text)
  return policy.ok ? unknownSignals(policy.value, shippedEngine().signalNames) : ['does not read']
}

it('the policy that ships cites only what is measured', () => {
  expect(wrongIn(yaml)).toEqual([])
})

it('a signal that nobody measures is named, with those of its family', () => {
  expect(wrongIn(yaml.replace('signal: obscene.probability', 'signal: obscene.propability'))).toEqual([
    'rule obscene: nothing measures “obscene.propability”. There are: obscene.probability, obscene.severity, obscene.count, obscene.slurs',
  ])
  expect(wrongIn(yaml.replace('signal: link.outside', 'signal: weather'))).toEqual([
    'rule link: nothing measures “weather”',
  ])
})
