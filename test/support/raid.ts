import { random } from './corpus.ts'

/**
 * A planted raid: one message sent again and again, each time edited as people edit who do not want to be found out by a
 * filter. All sentences are the project's own; the same seed makes the same raid.
 *
 * `{a|b|c}` are words that may stand for one another, `/` ends a sentence that may be moved.
 */
export const raidMessages: readonly string[] = [
  `The {whole|entire} harbour board is {crooked|corrupt|bent} and {everybody|everyone} in {this town|Saltmere} {knows|is aware of} it. / {They|These people} {took|pocketed|accepted} {money|cash} from the {builders|developers} and {now|today} the quay {belongs to|is owned by} {strangers|outsiders}. / {Ask|Go and ask} {yourself|yourselves} why the {minutes|papers} of the {meeting|session} were never {printed|published}. / {Vote|Throw} them out before {nothing|not a thing} is left to {save|rescue}.`,
  `{Stop|Quit} {pretending|acting as if} this paper {reports|tells} the {truth|facts}. / It is {paid|bought} by the {ferry company|ferry line} and {prints|writes} what the {ferry company|ferry line} {wants|likes}. / Every {decent|honest|ordinary} {reader|person} {should|ought to} {cancel|end} the {subscription|contract} {today|tonight|at once}. / {Share|Spread|Pass on} this before the {moderators|censors} {delete|remove|erase} it {again|once more}.`,
  `{Earn|Make} {good|real|big} {money|cash} from {home|your sofa} with {no|zero} {training|experience}. / My {sister|neighbour|cousin} {started|began} in {March|April} and {already|by now} {brings home|gets} {four|five|six} thousand a {month|fortnight}. / {Write|Send a line} to the {address|name} in my {profile|page} and {ask|look} for the {welcome|starter} {pack|kit}. / The {places|seats} are {few|limited}, so do not {wait|hesitate}.`,
]

const lookalike: Record<string, string> = { a: 'а', e: 'е', o: 'о', i: 'і', c: 'с', p: 'р', s: 'ѕ', y: 'у' }
const leet: Record<string, string> = { a: '4', e: '3', i: '1', o: '0', s: '5', t: '7' }

export type Edits = {
  /** The chance that a word which may stand for others is drawn anew, 0 to 1; else its first form stands. */
  synonym: number
  /** The chance that the sentences come in another order. */
  order: number
  /** The chance that a word is misspelt: a letter doubled, dropped, swapped, as a digit or as a foreign look-alike. */
  spelling: number
  /** The chance that a word loses the space behind it or is spelt with its letters apart. */
  spacing: number
}

/** Every kind of edit in nearly every variant: about one word in three touched. */
export const hardEdits: Edits = { synonym: 0.5, order: 0.7, spelling: 0.12, spacing: 0.08 }

/** `count` variants of one message. */
export function raidOf(message: string, count: number, seed: number, edits: Edits = hardEdits): string[] {
  const draw = random(seed)
  return Array.from({ length: count }, () => variantOf(message, edits, draw))
}

function variantOf(message: string, edits: Edits, draw: () => number): string {
  const sentences = message.split(' / ').map((sentence) =>
    sentence.replace(/\{([^}]*)\}/g, (_, choices: string) => {
      const words = choices.split('|')
      return (draw() < edits.synonym ? words[Math.floor(draw() * words.length)] : words[0]) ?? ''
    }),
  )
  if (draw() < edits.order) shuffle(sentences, draw)
  return sentences
    .join(' ')
    .split(' ')
    .map((word) => spaced(draw() < edits.spelling ? misspelt(word, draw) : word, edits, draw))
    .join('')
    .trim()
}

function shuffle(list: string[], draw: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(draw() * (i + 1))
    const kept = list[i] as string
    list[i] = list[j] as string
    list[j] = kept
  }
}

function misspelt(word: string, draw: () => number): string {
  const at = Math.floor(draw() * word.length)
  const letter = word.charAt(at)
  switch (Math.floor(draw() * 5)) {
    case 0:
      return word.slice(0, at) + letter + word.slice(at)
    case 1:
      return word.length > 3 ? word.slice(0, at) + word.slice(at + 1) : word
    case 2:
      return word.slice(0, at) + word.charAt(at + 1) + letter + word.slice(at + 2)
    case 3:
      return word.replace(/[aeiost]/g, (one) => leet[one] ?? one)
    default:
      return word.replace(/[aeoicpsy]/g, (one) => lookalike[one] ?? one)
  }
}

function spaced(word: string, edits: Edits, draw: () => number): string {
  if (draw() >= edits.spacing) return `${word} `
  return draw() < 0.5 ? word : `${[...word].join(draw() < 0.5 ? ' ' : '.')} `
}

/** What honest readers write on the same matter, and so the strangers that are hardest to tell from the raid. */
export const onTheSameMatter: readonly string[] = [
  'The harbour board should have printed the minutes of the meeting before the vote. That is all that anybody asks of them.',
  'I do not think that the board is corrupt. They are volunteers who read too little and sign too quickly.',
  'Who owns the quay now? The paper says the builders, the council says the town. Can somebody ask at the land registry?',
  'If money changed hands there will be a record of it. Until I see one I would not call anybody crooked.',
  'Vote them out if you like, but then stand yourself: there were two candidates for nine seats last time.',
  'This paper reports what the ferry company says, and it reports what the passengers say. Read both pages before you cancel.',
  'I have ended my subscription twice and come back twice. Where else do I read about the ferry line?',
  'The moderators removed my comment about the ferry company and told me why within the hour. I wrote it again without the name and it stands.',
  'My sister works from home for an insurance firm. Four days a week, real contract, and no, she does not earn six thousand a month.',
  'Please do not wait with the training of the new crew until March. The places on the course are few.',
  'Everybody in Saltmere knows that the quay floods at spring tide. The developers knew it as well, they were sent the survey.',
  'Ask yourselves why the ferry is late every Friday: one ramp, two ships, and no money for a second ramp.',
]
