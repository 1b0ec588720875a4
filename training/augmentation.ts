import type { Head, PoolRow } from './pool.ts'
import { randomOf } from './random.ts'
import * as reader from './reader-sentences.ts'
import * as say from './sentences.ts'

type Labels = Partial<Record<Head, 0 | 1>>

const clean: Labels = { toxic: 0, obscene: 0, threat: 0, insult: 0, identity: 0 }
const hateful: Labels = { toxic: 1, threat: 0, identity: 1 }
const threatening: Labels = { toxic: 1, threat: 1, identity: 1 }
// Rude about a trade or a thing: nothing against what a person is. Whether it is toxic, people disagree.
const rude: Labels = { threat: 0, identity: 0 }

/**
 * The project's own sentences against what pools teach wrongly: that a group's name is an insult, that who quotes hatred
 * hates, that a stupid plan is a stupid person. Of every claim there is one about a group, a person, a trade and a
 * thing, so that the models must learn of whom it is said.
 */
export function ownSentences(seed: number): PoolRow[] {
  const random = randomOf(seed)
  const pick = (items: readonly string[]): string => items[Math.floor(random() * items.length)] ?? ''
  const fill = (template: string): string =>
    template
      .replaceAll('{P}', () => pick(say.groups.plural))
      .replaceAll('{S}', () => pick(say.groups.singular))
      .replaceAll('{A}', () => pick(say.groups.adjective))
      .replaceAll('{N}', () => pick(say.names))
      .replaceAll('{T}', () => pick(say.things))
  const rows: PoolRow[] = []
  const add = (text: string, labels: Labels): void => {
    const filled = fill(text)
    const written = random() < 0.5 ? filled.charAt(0).toUpperCase() + filled.slice(1) : filled
    rows.push({ src: 'own', w: 1, text: random() < 0.5 ? `${written}.` : written, ...labels })
  }
  const addAll = (texts: readonly string[], times: number, labels: Labels): void => {
    for (const text of texts) for (let i = 0; i < times; i++) add(text, labels)
  }

  for (const claim of claimsOf(pick)) {
    for (let i = 0; i < 4; i++) add(claim.ofGroup, claim.threat ? threatening : hateful)
    add(pick(say.hatefulFrames).replace('{H}', claim.ofGroup), claim.threat ? threatening : hateful)
    for (let i = 0; i < 3; i++)
      add(pick(say.counterFrames).replace('{H}', claim.ofGroup).replace('{Q}', claim.ofGroup), clean)
    add(claim.ofTrade, claim.threat ? { identity: 0, threat: 1 } : rude)
    if (claim.ofThing !== undefined) add(claim.ofThing, { ...rude, insult: 0, toxic: 0 })
    if (claim.ofPerson !== undefined)
      add(claim.ofPerson, { toxic: 1, identity: 0, ...(claim.threat ? { threat: 1 } : { insult: 1 }) })
  }
  for (const word of say.praise) {
    addAll([`{N} is a ${word} {S}`, `{P} are ${word}`], 2, clean)
    addAll(
      [`what a ${word} {S}`, `that {S} is ${word}`, `I am a ${word} {S}`, `a ${word} {S} lives here`],
      1,
      clean,
    )
  }
  for (const word of say.scorn) {
    addAll([`{N} is a ${word} {S}`, `{P} are ${word}`], 2, hateful)
    addAll([`what a ${word} {S}`, `you ${word} {S}`, `another ${word} {A} face`], 1, hateful)
    for (let i = 0; i < 6; i++) add(pick(say.scornedThings).replace('{W}', word), { ...rude, insult: 0 })
    for (let i = 0; i < 4; i++)
      add(pick(say.scornedPeople).replace('{W}', word), { toxic: 1, insult: 1, identity: 0 })
  }
  for (const predicate of say.goodPredicates)
    addAll([`{P} are ${predicate}`, `all {P} are ${predicate}`], 2, clean)
  for (const verb of say.lovingVerbs)
    addAll([`I ${verb} {P}`, `I ${verb} that {S}`, `we ${verb} {A} people`], 2, clean)
  addAll(say.groupNews, 6, clean)
  addAll(say.negations, 4, clean)
  for (const word of say.harmlessWords)
    for (let i = 0; i < 10; i++) add(pick(say.plainNews).replace('{W}', word), clean)
  addAll(say.swearing, 2, { threat: 0, insult: 0, identity: 0, obscene: 1 })
  addAll(say.idioms, 2, clean)
  addAll(say.insults, 3, { toxic: 1, insult: 1, identity: 0 })
  addAll(say.civilDisagreement, 3, clean)
  /** As readers write: alone, and once with a harmless sentence before or after it, which changes nothing. */
  const addAsWritten = (texts: readonly string[], labels: Labels): void => {
    addAll(texts, 3, labels)
    for (const text of texts) {
      const other = pick(say.civilDisagreement)
      add(random() < 0.5 ? `${text}. ${other}` : `${other}. ${text}`, labels)
    }
  }
  addAsWritten(reader.contempt, { toxic: 1, insult: 1, threat: 0, identity: 0 })
  addAsWritten(reader.scornOfSomebody, { toxic: 1, insult: 1, threat: 0, identity: 0 })
  addAsWritten(reader.hardButFair, clean)
  addAsWritten(reader.threatsAtSomebody, { toxic: 1, threat: 1, identity: 0 })
  addAsWritten(reader.callsToHarm, { toxic: 1, threat: 1 })
  addAsWritten(reader.contemptForGroups, hateful)
  addAsWritten(reader.harmlessNearHarm, clean)
  addAsWritten(reader.lewd, { toxic: 1, obscene: 1, threat: 0, identity: 0 })
  addAsWritten(reader.notLewd, clean)
  return rows
}

type Claim = { ofGroup: string; ofTrade: string; ofThing?: string; ofPerson?: string; threat: boolean }

const groupSubjects = ['{P}', 'all {P}', 'these {P}', 'those {P}', 'most {P}', '{P} like you', 'you {P}']

/** One claim each for every predicate, said of four kinds of subject. */
function claimsOf(pick: (items: readonly string[]) => string): Claim[] {
  const ofPlural = (predicate: string, threat: boolean): Claim => ({
    ofGroup: `${pick(groupSubjects)} ${predicate}`,
    ofTrade: `${pick(say.trades)} ${predicate}`,
    threat,
  })
  return [
    ...say.badQualities.map((bad) => ({
      ...ofPlural(`are ${bad}`, false),
      ofThing: `${pick(say.things)} is ${bad}`,
      ofPerson: `${pick(['you are', '{N} is', "you're", 'he is'])} ${bad}`,
    })),
    ...say.badQualities.map((bad) => ({
      ofGroup: `${pick(['{N} is a', 'you', 'what a', 'typical', 'no more of these'])} ${bad} {S}`,
      ofTrade: `just another ${bad} salesman`,
      ofThing: `what a ${bad} day`,
      threat: false,
    })),
    ...say.badNouns.map((noun) => ({
      ...ofPlural(`are ${pick(['', 'nothing but ', 'all ', 'just '])}${noun}`, false),
      ofPerson: `you are nothing but ${noun}`,
    })),
    ...say.badNouns.map((noun) => ({
      ofGroup: `${pick(['{A} ', 'you {A} ', 'filthy {A} ', 'get this {A} '])}${noun}`,
      ofTrade: `${pick(say.trades)}, ${noun} every one of them`,
      ofPerson: `shut up, ${noun}`,
      threat: false,
    })),
    ...say.hatingVerbs.flatMap((verb) =>
      ['{P}', 'those {P}', 'every single {S}', '{P} like you'].map((object) => ({
        ofGroup: `I ${verb} ${object}`,
        ofTrade: `I ${verb} ${pick(say.trades)}`,
        ofThing: `I ${verb} ${pick(say.things)}`,
        ofPerson: `I ${verb} ${pick(['you', '{N}'])}`,
        threat: false,
      })),
    ),
    ...say.exclusions.map((predicate) => ofPlural(predicate, false)),
    ...say.threats.map((predicate) => ofPlural(predicate, true)),
    ...say.violentVerbs.flatMap((verb) =>
      ['I will {V} every {S} I meet', 'someone should {V} those {P}', "let's {V} all {P}"].map((frame) => ({
        ofGroup: frame.replace('{V}', verb),
        ofTrade: `somebody should ${verb} those ${pick(say.trades)}`,
        ofPerson: `I will ${verb} you`,
        threat: true,
      })),
    ),
  ]
}
