import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LONGEST_LINE } from '../../bin/triage/lines.ts'
import { projectRoot } from '../../src/root.ts'

/** The command as it is called, in a folder and with an environment that hold no paper and no settings. */
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postbag-triage-'))
  // Builds what changed, so that no test's time is spent on it.
  await run(['help'])
}, 60_000)
afterAll(() => rm(folder, { recursive: true }))

function launch(args: string[]) {
  const child = spawn(process.execPath, [join(projectRoot, 'scripts/postbag.mjs'), ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'] },
  })
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text
  })
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, ...said })),
  )
  return { child, said, ended }
}

const run = (args: string[], input: string | Buffer = '') => {
  const { child, ended } = launch(args)
  // A command that ends early does not read all.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return ended
}
const score = (...args: string[]) => ['triage', 'score', '--jsonl', ...args]
const jsonl = (texts: string[]) => texts.map((text) => `${JSON.stringify({ text })}\n`).join('')
const answersOf = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

/** Six digits: the last ones are the machine's. */
const golden = (out: string) =>
  out.replace(/\d\.\d{7,}(?:e-\d+)?|\de-\d+/g, (number) => String(Number(Number(number).toPrecision(6))))

describe('postbag triage score', () => {
  it('answers the same lines with the same scores as ever', async () => {
    const input = await readFile(join(projectRoot, 'test/fixtures/triage-lines.jsonl'))
    const { code, out, err } = await run(score(), input)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    await expect(golden(out)).toMatchFileSnapshot('../fixtures/triage-answers.jsonl')
  })

  it('answers a bad line in its place, ends with 2 and says so', async () => {
    const input = `\uFEFF{"text": "Well said."}\r\n\r\n{"text": 3}\n{"text": "You idiot."}`
    const { code, out, err } = await run(score('-'), input)
    expect(code).toBe(2)
    expect(answersOf(out).map((one) => one.error ?? Object.keys(one).join())).toEqual([
      'heads,rules,evidence,links,language',
      'line 2: it is empty',
      'line 3: “text” is missing, or is no string',
      'heads,rules,evidence,links,language',
    ])
    expect(err).toBe('postbag: 2 of 4 lines could not be scored, the first is line 2: it is empty.\n')
  })

  it('answers a line of ten megabytes with an error, and the next one with a score', async () => {
    const { code, out } = await run(score(), `${jsonl(['x'.repeat(10_000_000)])}${jsonl(['Well said.'])}`)
    expect(code).toBe(2)
    expect(answersOf(out)).toEqual([
      { error: `line 1: it is longer than ${LONGEST_LINE.toLocaleString('en-GB')} bytes` },
      expect.objectContaining({ language: null }),
    ])
  })

  it('answers each line before the next one is sent, where somebody waits for it', async () => {
    const { child, said, ended } = launch(score())
    child.stdin.write(jsonl(['You are an idiot.']))
    await expect.poll(() => said.out, { timeout: 20_000 }).toContain('\n')
    child.stdin.end(jsonl(['Well said.']))
    const { out, code } = await ended
    expect(code).toBe(0)
    expect(answersOf(out)).toHaveLength(2)
  })

  it('gives the same bytes from a file, from a pipe and with workers', async () => {
    const file = join(folder, 'lines.jsonl')
    const input = jsonl(
      Array.from({ length: 300 }, (_, i) => `You idiot number ${i}, go to https://a${i}.example`),
    )
    await writeFile(file, input)
    const alone = await run(score(file))
    expect(answersOf(alone.out)).toHaveLength(300)
    expect((await run(score(), input)).out).toBe(alone.out)
    expect((await run(score('--workers', '3', file))).out).toBe(alone.out)
  })

  it('ends without a word when nobody reads its answers any more', async () => {
    const { child, ended } = launch(score())
    child.stdin.on('error', () => {})
    child.stdout.once('data', () => child.stdout.destroy())
    child.stdin.end(jsonl(Array.from({ length: 2_000 }, (_, i) => `Comment number ${i} on the quay wall`)))
    expect(await ended).toMatchObject({ code: 0, err: '' })
  })

  it('is explained to a person, without what would drive the terminal', async () => {
    const { code, out } = await run(
      ['triage', 'explain', '--name', 'Dale Warren'],
      'Warren\u001b[2J is an idiot.\n',
    )
    expect(code).toBe(0)
    expect(out).toContain('Warren\\u001b[2J is an ⟦idiot⟧.')
    const json = await run(['triage', 'explain', '--json', 'You idiot.'])
    expect(JSON.parse(json.out)).toMatchObject({
      reasons: { personal_attack: { words: expect.arrayContaining(['idiot']) } },
    })
  })

  it('is measured on labelled lines, which must all be readable', async () => {
    const file = join(folder, 'labelled.jsonl')
    const lines = ['You idiot.', 'You are a liar and a fool.', 'Well said.', 'The quay wall is old.'].map(
      (text, i) => JSON.stringify({ text, labels: { insult: i < 2 ? 1 : 0, threat: 0 } }),
    )
    await writeFile(file, lines.join('\n'))
    const { code, out } = await run(['triage', 'eval', '--json', file])
    expect(code).toBe(0)
    const [insult, threat] = JSON.parse(out).questions
    expect(insult).toMatchObject({ question: 'head insult', result: { texts: 4, auc: { value: 1 } } })
    expect(threat).toEqual({ question: 'head threat', unknown: 0, result: null })
    await writeFile(file, [...lines, '{"text": "And this one?"}'].join('\n'))
    expect(await run(['triage', 'eval', file])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('line 5: it has neither “labels” nor a list “rules”'),
    })
  })

  it('is set beside the scores of Perspective', async () => {
    const file = join(folder, 'scores.csv')
    await writeFile(file, 'text,score\nYou idiot.,0.9\nWell said.,0.1\n')
    const { code, out } = await run(['triage', 'map', file, '--json', '--threshold', '0.8'])
    expect(code).toBe(0)
    expect(JSON.parse(out).attributes).toMatchObject([
      { attribute: 'TOXICITY', texts: 2, thresholds: [{ theirs: 0.8, share: 0.5, both: 0.5, onlyOurs: 0 }] },
    ])
  })

  it.each([
    [score('--workers', '0'), '--workers 1 to 64'],
    [score('no-such-file'), 'no such file'],
    [score('.'), 'is a folder'],
    [score('--models', '/nowhere'), 'no such file'],
    [['triage', 'eval'], 'postbag triage eval FILE'],
    [['triage', 'map', 'scores.csv', '--threshold', '80'], 'A threshold is a number above 0, up to 1'],
    [['triage', 'train', '.'], '--out DIR'],
    [['triage', 'train', '.', '--out', 'models'], 'train.jsonl.gz is missing. A pool holds'],
    [['triage', 'scour'], 'there is no command “triage scour”'],
  ])('refuses %j with a sentence', async (args, sentence) => {
    const { code, out, err } = await run(args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(sentence)
  })
})
