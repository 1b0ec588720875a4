import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { shippedEngine } from '../engine.ts'
import { parsePolicy } from '../policy/parse.ts'
import type { Policy } from '../policy/rule.ts'
import { projectRoot } from '../root.ts'
import { judge } from './submit-comment.ts'

const yaml = readFileSync(join(projectRoot, 'policies/default.yaml'), 'utf8')

function policyWith(known: Record<string, string>): Policy {
  const text = Object.entries(known).reduce(
    (all, [key, list]) => all.replace(`${key}: []`, `${key}: ${list}`),
    yaml,
  )
  const policy = parsePolicy(text)
  if (!policy.ok) throw new Error('the test’s own policy is wrong')
  return policy.value
}

const spokenRules = (text: string, policy: Policy): string[] =>
  judge(
    text,
    {
      headline: 'The quay',
      byline: '',
      named: [],
      parent: null,
      recentTexts: [],
      ownRecent: 0,
      publishedBefore: 3,
    },
    { engine: shippedEngine(), policy, learnt: undefined, ownDomains: ['courier.example'] },
  ).verdict.matches.flatMap(({ ruleId, effect }) => (effect === 'none' ? [] : [ruleId]))

it('a link to a domain that the policy allows holds no comment, and any other does', () => {
  const text = 'The minutes of the March meeting are at county.example for all to read.'
  expect(spokenRules(text, policyWith({}))).toEqual(['link'])
  expect(spokenRules(text, policyWith({ allowed_domains: '[county.example]' }))).toEqual([])
})

it('a known string of spam holds a comment that nothing else would', () => {
  const text = 'The ferry leaves at nine and the harbour lights stay on until ten in the winter.'
  expect(spokenRules(text, policyWith({}))).toEqual([])
  expect(spokenRules(text, policyWith({ spam: '["harbour lights stay"]' }))).toEqual(['spam'])
})
