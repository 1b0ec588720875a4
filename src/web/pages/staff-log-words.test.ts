import { expect, it } from 'vitest'
import { sayStaffEntry } from './staff-log-words.ts'

const names = {
  staff: new Map([
    [1, 'Asha Rao'],
    [4, 'Ines Okoro'],
  ]),
  sections: new Map([
    [1, 'Town'],
    [2, 'Harbour'],
  ]),
}

it.each([
  ['staff_invited', 'staff:1:moderator', 'invited Asha Rao, moderator'],
  ['staff_changed', 'staff:1:senior', 'made Asha Rao senior moderator'],
  ['staff_changed', 'staff:1:disabled', 'closed the access of Asha Rao'],
  ['staff_changed', 'staff:1:enabled', 'opened the access of Asha Rao again'],
  ['staff_changed', 'staff:1:sections:1+2', 'limited Asha Rao to Town, Harbour'],
  ['staff_changed', 'staff:1:sections:', 'gave Asha Rao the whole paper'],
  ['staff_changed', 'staff:77:senior', 'made number 77 senior moderator'],
  ['passkey_removed', 'staff:4:12', 'took an own passkey away'],
  ['passkey_removed', 'staff:1:12', 'took a passkey of Asha Rao away'],
  ['passkey_required', 'role:editor:required', 'asks a passkey of the role editor'],
  ['passkey_required', 'role:editor:optional', 'no longer asks a passkey of the role editor'],
  ['sessions_ended', 'staff:1', 'ended sessions of Asha Rao'],
  ['paper_changed', 'publication:name+zone', 'changed the name, the time zone of the paper'],
  ['paper_changed', 'section:2:added', 'added the section Harbour'],
  ['key_created', 'key:3', 'made key 3 for a program'],
  ['unread_armed', '40', 'lets the lowest 40 % of comments out unread'],
  ['unread_disarmed', 'staff', 'ended publishing unread'],
  ['unread_disarmed', 'audit', 'ended publishing unread: the audit found too many breaches'],
  ['learning_set', 'live', 'let what was learnt move live scores'],
  ['learning_reset', 'shadow', 'had what was learnt forgotten'],
  ['comment_mode_changed', 'publication:post', 'set how comments open, the paper: read after'],
])('%s %s reads “%s”', (kind, value, sentence) => {
  expect(sayStaffEntry({ kind, value, staffId: 4, articleId: null }, names)).toBe(sentence)
})
