import type { Signal, SignalSet } from '../triage/signal.ts'
import type { Policy } from './rule.ts'
import type { Verdict } from './verdict.ts'

const reasons: Record<string, string> = {
  'breach.probability': 'a breach of some rule',
  'obscene.severity': 'an obscene word',
  'obscene.probability': 'obscene',
  'personal_attack.probability': 'aimed at a person',
  'inflammatory.probability': 'a threat, hatred or a call to harm',
  'defamatory.probability': 'says of somebody, as a fact, what would damage them: a lawyer should look',
  'spam.probability': 'advertising',
  'link.outside': 'an outside link',
  'link.denied': 'a domain that the paper refuses',
  'link.disguised': 'a disguised link',
  'link.count': 'a link',
  'contact.count': 'contact details',
  'repeat.known': 'spam that came before',
  'repeat.similarity': 'nearly the same words as a recent comment',
  'burst.alike': 'one of several comments with much the same words',
  'burst.own': 'one of many by the same writer within ten minutes',
  'shouting.capitals': 'almost all in capitals',
}

/** One line for each rule that spoke, in words for the desk: "Outside links: an outside link (quay-truth.example)". */
export function explainVerdict(policy: Policy, verdict: Verdict, signals: SignalSet | undefined): string[] {
  const byName = new Map(signals?.signals.map((signal) => [signal.name, signal]))
  const titleOf = (id: string): string => policy.rules.find((rule) => rule.id === id)?.title ?? id
  const spoke = verdict.matches.filter((match) => match.effect !== 'none')
  const silent = policy.rules.filter(({ id }) => !spoke.some(({ ruleId }) => ruleId === id))
  return [
    ...spoke.map((match) => {
      const title = titleOf(match.ruleId)
      if (match.value === 'unknown') return `${title}: could not be checked, so it waits`
      const because = match.because.map((name) => {
        const signal = byName.get(name)
        const notes = signal?.notes
        return `${[reasons[name] ?? name, likelihood(signal)].filter(Boolean).join(', ')}${notes?.length ? ` (${notes.join(', ')})` : ''}`
      })
      return `${title}: ${because.join(', ') || 'matched'}`
    }),
    // A rule that what was learnt keeps from speaking is said as well: nobody should have to guess at a silence.
    ...silent.flatMap(({ id }) => {
      const signal = byName.get(`${id}.probability`)
      const lowered = (signal?.before ?? 0) - (signal?.value ?? 0) >= WORTH_SAYING
      return lowered ? [`${titleOf(id)}: ${likelihood(signal)}`] : []
    }),
  ]
}

/** Five points: less is not why a rule is silent. */
const WORTH_SAYING = 0.05

function likelihood(signal: Signal | undefined): string {
  if (!signal?.name.endsWith('.probability') || signal.value === null) return ''
  return `${percent(signal.value)} likely${movedFrom(signal)}`
}

/** "48 % before what the desk taught: quay, ferry"; nothing where no whole point was moved. */
function movedFrom({ value, before, taught = [] }: Signal): string {
  if (before === undefined || value === null || percent(before) === percent(value)) return ''
  return `, ${percent(before)} before what the desk taught${taught.length > 0 ? `: ${taught.join(', ')}` : ''}`
}

const percent = (probability: number): string => `${Math.round(probability * 100)} %`

/** The policy's words with the paper's own names in them. */
export function fillNames(
  words: string,
  paper: { name: string; shortName: string; groupName: string; entities: readonly string[] },
): string {
  return words.replace(/\{(paper|short|group|entities)\}/g, (_, name: string) => {
    if (name === 'paper') return paper.name
    if (name === 'short') return paper.shortName.charAt(0).toUpperCase() + paper.shortName.slice(1)
    if (name === 'group') return paper.groupName
    return paper.entities.join(', ')
  })
}
