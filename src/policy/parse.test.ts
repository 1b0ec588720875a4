import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parsePolicy, sayProblem } from './parse.ts'

const yaml = readFileSync(join(import.meta.dirname, '../../policies/default.yaml'), 'utf8')

const problemsOf = (text: string): string[] => {
  const result = parsePolicy(text)
  return result.ok ? [] : result.refusal.map(sayProblem)
}
const lineOf = (part: string, text = yaml) => text.split('\n').findIndex((line) => line.includes(part)) + 1

describe('the policy file', () => {
  it('that ships has the seven rules, in the order of the desk’s keys', () => {
    const result = parsePolicy(yaml)
    expect(result.ok && result.value.rules.map((rule) => rule.id)).toEqual([
      'obscene',
      'defamatory',
      'inflammatory',
      'personal_attack',
      'link',
      'spam',
      'off_topic',
    ])
  })

  it('may know domains and spam, and need not', () => {
    const without = parsePolicy(yaml.replace(/^known:\n(?: {2}.*\n)+/m, ''))
    expect(without.ok && without.value.known).toBeUndefined()
    const given = parsePolicy(yaml.replace('allowed_domains: []', 'allowed_domains: [county.example]'))
    expect(given.ok && given.value.known).toEqual({
      allowedDomains: ['county.example'],
      deniedDomains: [],
      spam: [],
    })
  })

  it('keeps its version when only its layout changes, and gets a new one with every word', () => {
    const version = (text: string) => {
      const result = parsePolicy(text)
      return result.ok ? result.value.version : sayProblem(result.refusal[0] as never)
    }
    expect(version(`# a remark\n\n${yaml.replaceAll('severity:', 'severity:  ')}`)).toBe(version(yaml))
    expect(version(yaml.replace('Stay with the story', 'Keep to the story'))).not.toBe(version(yaml))
  })

  it.each([
    [
      'a misspelt field',
      'hold_at: 3',
      'hold_att: 3',
      /^line \d+, report\.hold_att: there is no such field; “hold_at” is meant\?/,
    ],
    [
      'a number out of range',
      'severity: 5',
      'severity: 9',
      /^line \d+, rules\[2\]\.severity: a whole number from 1 to 5/,
    ],
    [
      'an unknown effect',
      'on_match: hold',
      'on_match: burn',
      /^line \d+, rules\[0\].on_match: “burn” is not one of hold, flag/,
    ],
    [
      'a denied domain with its scheme',
      'denied_domains: []',
      'denied_domains: ["https://cheap-tiles.org"]',
      /^line \d+, known\.denied_domains: “https:\/\/cheap-tiles\.org”: a domain is written as in example\.org/,
    ],
    [
      'a string of spam that is in any comment',
      'spam: []',
      'spam: ["the"]',
      /^line \d+, known\.spam: “the”: at least 8 letters or digits/,
    ],
    ['an unknown placeholder', 'of {group}', 'of {gruop}', /“\{gruop\}” stands for nothing/],
    [
      'a notice that does not name the paper',
      'views of {paper}',
      'views of us',
      /^line 7, notice: it must name \{paper\}/,
    ],
    ['a rule twice', 'id: spam', 'id: link', /there is already a rule “link”/],
    ['a missing rule', 'id: off_topic', 'id: elsewhere', /rules: the rule “off_topic” is missing/],
    ['a comparison without a bound', 'at_least: 0.9', 'least: 0.9', /there is no such field/],
    [
      'a legal category of nobody’s',
      'legal: VIOLENCE',
      'legal: RUDENESS',
      /rules\[2\]\.legal: “RUDENESS” is not one of/,
    ],
    [
      'a language that is none',
      '{ default: hold }',
      '{ default: hold, Klingon: ignore }',
      /a language is its ISO 639 code/,
    ],
  ])('with %s is refused, by line and field', (_, from, to, message) => {
    const changed = yaml.replace(from, to)
    expect(changed).not.toBe(yaml)
    expect(problemsOf(changed).join('\n')).toMatch(new RegExp(message.source, 'm'))
  })

  it('names the very line', () => {
    const changed = yaml.replace('on_match: hold', 'on_match: burn')
    expect(problemsOf(changed)[0]).toMatch(new RegExp(`^line ${lineOf('on_match: burn', changed)},`))
  })

  it('says all that is wrong at once', () => {
    expect(
      problemsOf(yaml.replace('severity: 5', 'severity: 9').replace('hold_at: 3', 'hold_at: -1')).length,
    ).toBe(2)
  })

  it.each([
    ['empty', ''],
    ['a list', '- a\n- b'],
    ['no YAML', 'intro: "open'],
    [
      'an alias bomb',
      'a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b]',
    ],
    ['too large', `intro: ${'x'.repeat(70_000)}`],
    ['nested', `intro: a\nrules: ${'['.repeat(400)}`],
    ['a line of errors', '!!set '.repeat(10_000)],
    ['a key twice', 'intro: a\nintro: b'],
    ['binary', '\u0000\u0001\u0002'],
  ])('that is %s is refused with a sentence', (_, text) => {
    expect(problemsOf(text).length).toBeGreaterThan(0)
  })
})
