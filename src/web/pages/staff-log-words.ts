import { isRole, type Role } from '../../accounts/staff.ts'
import type { StaffLogEntry } from '../../desk/staff-log-store.ts'
import { sayRole } from '../desk-layout.ts'

/** Names are looked up when the page is drawn: the ledger holds ids, so that it survives an erasure. */
export type Names = { staff: ReadonlyMap<number, string>; sections: ReadonlyMap<number, string> }

const fieldWords: Record<string, string> = {
  name: 'the name',
  short_name: 'the short name',
  group: 'the house behind it',
  entities: 'the companies named',
  language: 'the language',
  zone: 'the time zone',
  contact: 'the address to write to',
  cluster_floor: 'how alike comments of a cluster must be',
  second_look_share: 'how many decisions get a second look',
}

const modeWords: Record<string, string> = {
  pre: 'read first',
  post: 'read after',
  closed: 'closed',
  off: 'off',
  inherit: 'no setting of its own',
}

const endingWords: Record<string, string> = {
  policy: 'the policy changed',
  engine: 'the engine changed',
  expired: 'its time was over',
  audit: 'the audit found too many breaches',
}

const learningWords: Record<string, string> = {
  off: 'switched learning off',
  shadow: 'put what was learnt back into the shadow',
  live: 'let what was learnt move live scores',
}

/** One entry as the second half of a sentence that begins with who did it. */
export function sayStaffEntry(
  entry: Pick<StaffLogEntry, 'kind' | 'staffId' | 'value' | 'articleId'>,
  names: Names,
): string {
  const [first = '', second = '', third = ''] = (entry.value ?? '').split(':')
  const id = Number(second)
  const person = names.staff.get(id) ?? `number ${second}`
  const own = id === entry.staffId
  switch (entry.kind) {
    case 'staff_invited':
      return `invited ${person}, ${roleIn(third)}`
    case 'staff_changed':
      return `${sayChange(third, entry.value ?? '', person, names)}`
    case 'passkey_added':
      return 'added a passkey'
    case 'passkey_removed':
      return own ? 'took an own passkey away' : `took a passkey of ${person} away`
    case 'passkey_suspended':
      return `suspended a passkey of ${person}, which was used in two places`
    case 'passkey_required':
      return third === 'required'
        ? `asks a passkey of the role ${roleIn(second)}`
        : `no longer asks a passkey of the role ${roleIn(second)}`
    case 'sessions_ended':
      return own ? 'ended own sessions' : `ended sessions of ${person}`
    case 'paper_changed':
      return first === 'section'
        ? `${third === 'added' ? 'added' : 'changed'} the section ${names.sections.get(id) ?? second}`
        : `changed ${second
            .split('+')
            .map((field) => fieldWords[field] ?? field)
            .join(', ')} of the paper`
    case 'comment_mode_changed':
      return `set how comments open, ${sayTarget(first, entry.articleId)}: ${modeWords[second] ?? second}`
    case 'key_created':
      return `made key ${second} for a program`
    case 'key_revoked':
      return `took key ${second} of a program away`
    case 'unread_armed':
      return `lets the lowest ${first} % of comments out unread`
    case 'unread_disarmed':
      return first === 'staff'
        ? 'ended publishing unread'
        : `ended publishing unread: ${endingWords[first] ?? first}`
    case 'learning_set':
      return learningWords[first] ?? `set learning to ${first}`
    case 'learning_reset':
      return 'had what was learnt forgotten'
    case 'queue_shared':
      return `shared queue ${second} with the desk`
    case 'queue_changed':
      return `changed the shared queue ${second}`
    case 'queue_removed':
      return `deleted the shared queue ${second}`
    case 'policy_activated':
      return 'put a policy in force'
    default:
      return entry.kind.replaceAll('_', ' ')
  }
}

const roleIn = (text: string): string => (isRole(text) ? sayRole(text as Role) : text)

function sayChange(what: string, value: string, person: string, names: Names): string {
  if (what === 'disabled') return `closed the access of ${person}`
  if (what === 'enabled') return `opened the access of ${person} again`
  if (what !== 'sections') return `made ${person} ${roleIn(what)}`
  const ids = (value.split(':')[3] ?? '').split('+').filter((id) => id !== '')
  if (ids.length === 0) return `gave ${person} the whole paper`
  return `limited ${person} to ${ids.map((id) => names.sections.get(Number(id)) ?? id).join(', ')}`
}

const sayTarget = (of: string, articleId: number | null): string =>
  of === 'article' ? `article ${articleId}` : of === 'section' ? 'a section' : 'the paper'
