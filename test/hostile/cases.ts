import type { HostileCase } from './case.ts'
import { dataCases } from './data-cases.ts'
import { linkCases } from './link-cases.ts'
import { markupCases } from './markup-cases.ts'
import { unicodeCases } from './unicode-cases.ts'

/**
 * Reader input is hostile, in every format we emit: what that means, as data. Each goes into every place that takes
 * text, since what is harmless in one format is an attack in another.
 */
export const hostileCases: readonly HostileCase[] = [
  ...markupCases,
  ...linkCases,
  ...unicodeCases,
  ...dataCases,
]
