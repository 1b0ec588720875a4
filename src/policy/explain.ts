import type { SignalSet } from '../triage/signal.ts'
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
  'link.disguised': 'a disguised link',
  'link.count': 'a link',
  'contact.count': 'contact details',
  'repeat.similarity': 'nearly the same words as a recent comment',
  'shouting.capitals': 'almost all in capitals',
}

/** One line for each rule that spoke, in words for the desk: "Outside links: an outside link (quay-truth.example)". */
export function explainVerdict(policy: Policy, verdict: Verdict, signals: SignalSet | undefined): string[] {
  const byName = new Map(signals?.signals.map((signal) => [signal.name, signal]))
  return verdict.matches
    .filter((match) => match.effect !== 'none')
    .map((match) => {
      const title = policy.rules.find((rule) => rule.id === match.ruleId)?.title ?? match.ruleId
      if (match.value === 'unknown') return `${title}: could not be checked, so it waits`
      const because = match.because.map((name) => {
        const signal = byName.get(name)
        const notes = signal?.notes
        return `${reasons[name] ?? name}${likelihood(name, signal?.value)}${notes?.length ? ` (${notes.join(', ')})` : ''}`
      })
      return `${title}: ${because.join(', ') || 'matched'}`
    })
}

const likelihood = (name: string, value: number | null | undefined): string =>
  name.endsWith('.probability') && typeof value === 'number' ? `, ${Math.round(value * 100)} % likely` : ''

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
