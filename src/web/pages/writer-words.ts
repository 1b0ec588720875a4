import type { MeasureKind } from '../../comments/measure.ts'
import { sayPause } from '../../desk/measure-letter.ts'
import type { NearReason } from '../../desk/near-account.ts'
import type { Recommendation } from '../../desk/standing.ts'

const kindWords: Record<MeasureKind, string> = {
  warning: 'A warning',
  slow: 'Slow mode',
  pre: 'Read first',
  suspension: 'Suspension',
  ban: 'Ban',
}
export const sayMeasureKind = (kind: MeasureKind): string => kindWords[kind]

const effects: Record<MeasureKind, string> = {
  warning: 'A letter, and nothing else; what comes next rests on it.',
  slow: 'A pause between two comments.',
  pre: 'The desk reads each comment before it appears, whatever the mode.',
  suspension: 'No comments until a day.',
  ban: 'No comments any more.',
}
export const sayMeasureEffect = (kind: MeasureKind): string => effects[kind]

export const sayMeasure = (measure: { kind: MeasureKind; pauseMinutes: number | null }): string =>
  measure.kind === 'slow'
    ? `Slow mode, one comment in ${sayPause(measure.pauseMinutes ?? 0)}`
    : kindWords[measure.kind]

export function sayRecommendation({ kind, because }: Recommendation): string {
  switch (because) {
    case 'warning_first':
      return 'The strikes would reach further, but no warning has been given yet: a warning comes first.'
    case 'mild_share':
      return 'Nearly all of this writer’s comments are fine: a warning is in proportion.'
    case 'weight':
      return kind === 'warning'
        ? 'The strikes reach a warning.'
        : `The strikes reach ${kindWords[kind].toLowerCase()}, and the last came after a warning.`
  }
}

/** An address that tells one writer from another and is nobody's to write to: "m…@readers.example". */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@')
  return `${[...email][0] ?? ''}…${email.slice(Math.max(0, at))}`
}

export function sayNear(reason: NearReason): string {
  switch (reason.by) {
    case 'email':
      return 'the same e-mail address up to dots and what follows a plus'
    case 'network':
      return `the same network address within the week, shared by ${reason.sharedBy} writers`
    case 'text':
      return `nearly the same words, ${Math.round(reason.likeness * 100)} % alike`
  }
}
