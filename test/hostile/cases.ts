import type { HostileCase } from './case.ts'
import { headerCases, imitationCases, jsonLdCases, systemCases } from './data-cases.ts'
import { linkCases } from './link-cases.ts'
import { markupCases } from './markup-cases.ts'
import { unicodeCases } from './unicode-cases.ts'

/**
 * Reader input is hostile, in every format we emit: what that means, as data. Each goes into every place that takes
 * text, since what is harmless in one format is an attack in another.
 */
export const hostileGroups: readonly { kind: string; cases: readonly HostileCase[] }[] = [
  { kind: 'markup', cases: markupCases },
  { kind: 'links', cases: linkCases },
  { kind: 'Unicode', cases: unicodeCases },
  { kind: 'JSON-LD', cases: jsonLdCases },
  { kind: 'headers', cases: headerCases },
  { kind: 'other languages', cases: systemCases },
  { kind: 'imitations', cases: imitationCases },
]

export const hostileCases: readonly HostileCase[] = hostileGroups.flatMap(({ cases }) => cases)
