/** Of a reporter nothing is known of: one report in five is taken to be right. An assumption. */
export const UNKNOWN_REPORTER = 0.2

/**
 * How far open reports alone say that a rule is broken, 0 to 1: each may be right by itself, so they add up as independent
 * chances do. All reporters weigh the same here; whose record is known may weigh otherwise.
 */
export const reportWeight = (reports: readonly unknown[]): number =>
  1 - (1 - UNKNOWN_REPORTER) ** reports.length

/** Within a day a report is answered: the house's own clock, as long as the policy names none. */
export const REPORT_HOURS = 24
