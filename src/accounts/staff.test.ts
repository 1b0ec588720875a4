import { expect, it } from 'vitest'
import { roles, type StaffAct, staffMay } from './staff.ts'

it.each<[StaffAct, string]>([
  ['decide', 'moderator senior editor administrator'],
  ['take_down_comment', 'moderator senior editor administrator'],
  ['reverse_others', 'senior editor administrator'],
  ['take_down_commenter', 'senior editor administrator'],
  ['edit_articles', 'editor administrator'],
  ['take_down_everything', 'editor administrator'],
  ['manage_staff', 'administrator'],
  ['manage_keys', 'administrator'],
])('%s: %s', (act, who) => {
  expect(roles.filter((role) => staffMay(act, { role })).join(' ')).toBe(who)
})
