export const roles = ['moderator', 'senior', 'editor', 'administrator'] as const
export type Role = (typeof roles)[number]

export type Staff = { id: number; name: string; email: string; role: Role }

/** What a role may do. Each role may do all that the one before it may. */
const needs = {
  decide: 'moderator',
  reverse_own: 'moderator',
  write_comment: 'moderator',
  take_down_comment: 'moderator',
  reverse_others: 'senior',
  take_down_thread: 'senior',
  take_down_commenter: 'senior',
  // Whoever is there at night must be able to stop it; letting comments out unread is for those who answer for them.
  disarm_unread: 'senior',
  edit_articles: 'editor',
  set_comment_mode: 'editor',
  arm_unread: 'editor',
  take_down_article: 'editor',
  take_down_everything: 'editor',
  manage_staff: 'administrator',
  manage_keys: 'administrator',
} as const satisfies Record<string, Role>

export type StaffAct = keyof typeof needs

export const staffMay = (act: StaffAct, staff: { role: Role }): boolean =>
  roles.indexOf(staff.role) >= roles.indexOf(needs[act])

export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text)

/** A link in a terminal or a letter; long enough for a lunch break, short enough to be forgotten safely. */
export const SIGN_IN_LINK_HOURS = 24
export const STAFF_SESSION_DAYS = 14
/** A confirmed address is remembered this long. */
export const COMMENTER_SESSION_DAYS = 180
