export const roles = ['moderator', 'senior', 'editor', 'administrator'] as const
export type Role = (typeof roles)[number]

export type Staff = { id: number; name: string; email: string; role: Role }

/** What a role may do. Each role may do all that the one before it may. */
const needs = {
  keep_own_sign_in: 'moderator',
  decide: 'moderator',
  reverse_own: 'moderator',
  write_comment: 'moderator',
  take_down_comment: 'moderator',
  reverse_others: 'senior',
  share_queue: 'senior',
  take_down_thread: 'senior',
  take_down_commenter: 'senior',
  // It reaches a person in the whole paper, not one comment.
  measure_writer: 'senior',
  // Whoever is there at night must be able to stop it; letting comments out unread is for those who answer for them.
  disarm_unread: 'senior',
  // For a time, and it ends by itself: what lasts is the mode, an editor's.
  set_thread: 'senior',
  edit_articles: 'editor',
  set_comment_mode: 'editor',
  arm_unread: 'editor',
  set_cluster_floor: 'editor',
  set_look_share: 'editor',
  pin_precedent: 'editor',
  take_down_article: 'editor',
  take_down_everything: 'editor',
  manage_staff: 'administrator',
  manage_paper: 'administrator',
  manage_keys: 'administrator',
} as const satisfies Record<string, Role>

export type StaffAct = keyof typeof needs

export const staffMay = (act: StaffAct, staff: { role: Role }): boolean =>
  roles.indexOf(staff.role) >= roles.indexOf(needs[act])

export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text)

/** A link in a terminal or a letter; long enough for a lunch break, short enough to be forgotten safely. */
export const SIGN_IN_LINK_HOURS = 24
export const STAFF_SESSION_DAYS = 14
/** A laptop left in a drawer: after a week unseen its session is over. */
export const STAFF_IDLE_DAYS = 7
/** Links that one person may ask for within an hour. */
export const LINKS_AN_HOUR = 3
/** A confirmed address is remembered this long. */
export const COMMENTER_SESSION_DAYS = 180

export type StaffRefusal =
  | { code: 'staff_malformed' }
  | { code: 'staff_missing' }
  | { code: 'staff_known' }
  | { code: 'own_role' }
  | { code: 'last_administrator' }
  | { code: 'staff_state' }
  | { code: 'section_missing' }
  | { code: 'passkey_first' }

/** Whose work may be limited to sections: an editor answers for the whole paper. */
export const mayBeLimited = (role: Role): boolean => !staffMay('edit_articles', { role })

export type StaffChange =
  | { act: 'role'; role: Role }
  | { act: 'sections'; sectionIds: readonly number[] }
  | { act: 'deactivate' }
  | { act: 'reactivate' }

/**
 * Why a change of a colleague cannot be; undefined where it can. Nobody changes the own role or ends the own access, so
 * that two people know of it; and the last administrator would take the key along.
 */
export function whyNotChange(
  change: StaffChange,
  member: { id: number; role: Role; gone: boolean },
  by: { staffId: number; otherAdministrators: number },
): StaffRefusal | undefined {
  if (change.act === 'reactivate') return member.gone ? undefined : { code: 'staff_state' }
  if (member.gone) return { code: 'staff_state' }
  if (change.act === 'sections')
    return mayBeLimited(member.role) || change.sectionIds.length === 0
      ? undefined
      : { code: 'section_missing' }
  if (member.id === by.staffId) return { code: 'own_role' }
  const leaves = change.act === 'deactivate' || change.role !== 'administrator'
  if (member.role === 'administrator' && leaves && by.otherAdministrators === 0)
    return { code: 'last_administrator' }
  if (change.act === 'role' && change.role === member.role) return { code: 'staff_state' }
  return undefined
}
