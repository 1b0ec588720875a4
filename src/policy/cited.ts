import type { Condition, Policy } from './rule.ts'

/**
 * What is wrong with the signals that a policy cites: one that nobody measures is unknown for ever, and its rule would
 * hold every comment. One sentence each; empty where all are known.
 */
export function unknownSignals(policy: Pick<Policy, 'rules'>, known: readonly string[]): string[] {
  return policy.rules.flatMap((rule) =>
    citedBy(rule.when)
      .filter((name) => !known.includes(name))
      .map((name) => `rule ${rule.id}: nothing measures “${name}”${nearest(name, known)}`),
  )
}

function citedBy(condition: Condition | undefined): string[] {
  if (!condition) return []
  switch (condition.kind) {
    case 'compare':
      return condition.of === 'signal' ? [condition.name] : []
    case 'not':
      return citedBy(condition.of)
    default:
      return condition.of.flatMap(citedBy)
  }
}

/** Those of the same family: who writes "link.outsid" is told of all that links are measured by. */
function nearest(name: string, known: readonly string[]): string {
  const family = known.filter((one) => one.split('.')[0] === name.split('.')[0])
  return family.length > 0 ? `. There are: ${family.join(', ')}` : ''
}
