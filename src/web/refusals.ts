import type { PasskeyRefusal } from '../accounts/passkey.ts'
import type { StaffRefusal } from '../accounts/staff.ts'
import type { SubmissionRefusal } from '../comments/submission.ts'
import { cleanLine } from '../comments/words.ts'
import type { BulkRefusal } from '../desk/bulk.ts'
import type { ClusterRefusal } from '../desk/cluster.ts'
import type { DecisionRefusal, LatestDecision } from '../desk/decision.ts'
import type { EscalationRefusal } from '../desk/escalation.ts'
import type { MeasureRefusal } from '../desk/measure.ts'
import type { PinRefusal } from '../desk/precedent.ts'
import type { ReportRefusal } from '../desk/report.ts'
import type { SavedQueueRefusal } from '../desk/saved-queue.ts'
import type { SearchRefusal } from '../desk/search-sql-store.ts'
import type { SecondLookRefusal } from '../desk/second-look.ts'
import type { TakedownRefusal } from '../desk/takedown.ts'
import type { ThreadRefusal } from '../desk/thermostat.ts'
import type { ArmingRefusal } from '../desk/unread.ts'
import type { PaperRefusal } from '../newsroom/paper.ts'

/** What the world may say no to, beside the domain's own refusals. */
export type RequestRefusal =
  | { code: 'not_found' }
  | { code: 'gone' }
  | { code: 'oembed_format' }
  | { code: 'cross_site' }
  | { code: 'form_outdated' }
  | { code: 'not_signed_in' }
  | { code: 'not_allowed' }
  | { code: 'too_fast'; what: 'comments' | 'reports' | 'pages' | 'sign_ins'; retryAfterSeconds: number }
  | { code: 'body_too_large'; limitBytes: number }
  | { code: 'wrong_type'; expected: string }
  | { code: 'not_utf8' }
  | { code: 'link_used' }
  | { code: 'receipt_closed' }
  | { code: 'resent_already' }
  | { code: 'credit_missing' }
  | { code: 'article_incomplete'; what: string }
  | { code: 'article_state' }
  | { code: 'photo_refused'; sentence: string }
  | { code: 'capture_refused'; sentence: string }
  | { code: 'staff_malformed' }
  | { code: 'key_malformed' }
  | { code: 'reset_not_typed'; word: string }
  | { code: 'passkey_needed' }
  | { code: 'challenge_over' }
  | { code: 'session_missing' }
  | { code: 'learning_not_better' }
  | { code: 'learning_changed' }
  | { code: 'note_missing' }
  | { code: 'note_too_long'; longest: number }
  | { code: 'note_not_yours' }

export type Refusal =
  | SubmissionRefusal
  | DecisionRefusal
  | EscalationRefusal
  | ReportRefusal
  | MeasureRefusal
  | ThreadRefusal
  | TakedownRefusal
  | BulkRefusal
  | ClusterRefusal
  | PinRefusal
  | SecondLookRefusal
  | ArmingRefusal
  | StaffRefusal
  | PasskeyRefusal
  | PaperRefusal
  | SavedQueueRefusal
  | SearchRefusal
  | RequestRefusal
export type RefusalCode = Refusal['code']

type Sentence<R> = {
  status: 400 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 501
  /** The field it stands at, by the form's name for it. */
  field?:
    | 'text'
    | 'name'
    | 'email'
    | 'rule'
    | 'words'
    | 'count'
    | 'share'
    | 'audit'
    | 'kind'
    | 'pause'
    | 'days'
    | 'note'
    | 'quote'
  say: (refusal: R) => string
}

const state: Record<string, string> = {
  unconfirmed: 'not confirmed yet',
  held: 'waiting for the desk',
  published: 'published',
  rejected: 'refused',
  removed: 'taken down',
  withdrawn: 'withdrawn by its writer',
}

const past: Record<string, string> = {
  publish: 'published it',
  keep: 'kept it up',
  reject: 'refused it',
  hold: 'held it',
  remove: 'took it down',
  restore: 'put it back',
}

const decidedSentence = (decision: LatestDecision): string =>
  `${decision.staffName ?? 'The reports’ threshold'} ${past[decision.act] ?? decision.act}${
    decision.ruleId ? ` (${decision.ruleId.replace('_', ' ')})` : ''
  } meanwhile; your decision was not taken.`

const minutes = (seconds: number): string => {
  const count = Math.max(1, Math.ceil(seconds / 60))
  return count === 1 ? 'a minute' : `${count} minutes`
}

/** "minute", "3 days", behind "another": rounded up, so that nobody comes back too early. */
function howLong(count: number): string {
  const [many, one, unit] =
    count > 2880 ? [1440, '', 'days'] : count > 90 ? [60, '', 'hours'] : [1, 'minute', 'minutes']
  const units = Math.ceil(count / (many as number))
  return units === 1 ? `${one}` : `${units} ${unit}`
}

/** One sentence for each code; a code without one does not compile. docs/errors.md lists exactly these. */
export const refusals: { [R in Refusal as R['code']]: Sentence<R> } = {
  text_missing: { status: 422, field: 'text', say: () => 'The comment is empty: write something first.' },
  text_too_long: {
    status: 422,
    field: 'text',
    say: (r) =>
      `The comment has ${r.length.toLocaleString('en-GB')} characters; ${r.longest.toLocaleString('en-GB')} fit.`,
  },
  text_has_blots: {
    status: 422,
    field: 'text',
    say: () => 'Some letters carry more marks than can be printed: please take the extra marks off.',
  },
  name_missing: {
    status: 422,
    field: 'name',
    say: () => 'A name is missing: it is printed with the comment.',
  },
  name_too_long: {
    status: 422,
    field: 'name',
    say: (r) => `The name is too long: ${r.longest} characters fit.`,
  },
  name_has_address: {
    status: 422,
    field: 'name',
    say: () => 'The name holds an address: please leave it out.',
  },
  email_missing: {
    status: 422,
    field: 'email',
    say: () => 'An e-mail address is missing: a letter to it confirms the comment. It is never printed.',
  },
  email_malformed: {
    status: 422,
    field: 'email',
    say: () => 'No letter can be sent to this e-mail address: please check it.',
  },
  parent_malformed: { status: 422, say: () => 'The comment you answer could not be made out.' },
  parent_not_public: {
    status: 409,
    say: () => 'The comment you answer is no longer public, so it cannot be answered.',
  },
  article_not_found: { status: 404, say: () => 'There is no such article.' },
  comments_closed: { status: 409, say: () => 'Comments under this article are closed.' },
  may_break_rule: {
    status: 422,
    field: 'text',
    say: () =>
      'Before it goes to the desk: what is marked may break a rule. Change it, or send it all the same.',
  },
  letters_exhausted: {
    status: 429,
    field: 'email',
    say: () =>
      'Three letters have gone to this address within the hour. Please look for one of them, or come back in an hour: your words stay in the form.',
  },
  writer_banned: {
    status: 403,
    say: () =>
      'The desk takes no more comments from this address. Its letter says why and what you can do; your words stay in the form.',
  },
  writer_suspended: {
    status: 403,
    say: (r) =>
      `The desk takes no comments from this address for another ${howLong(r.minutesLeft)}. Its letter says why; your words stay in the form.`,
  },
  slow_mode: {
    status: 429,
    say: (r) =>
      `One comment in ${howLong(r.pauseMinutes)} is the pace for the time being: please wait another ${howLong(r.minutesLeft)}. Your words stay in the form.`,
  },
  rule_missing: { status: 422, field: 'rule', say: () => 'Say which rule it breaks.' },
  rule_unknown: { status: 422, field: 'rule', say: (r) => `There is no rule “${cleanLine(r.ruleId)}”.` },
  words_too_long: {
    status: 422,
    field: 'words',
    say: (r) => `The words for the letter are too long: ${r.longest} characters fit.`,
  },
  report_words_too_long: {
    status: 422,
    field: 'words',
    say: (r) => `The report is too long: ${r.longest} characters fit.`,
  },
  evidence_astray: {
    status: 422,
    field: 'quote',
    say: () => 'The words to go by do not stand in this comment: select them in it, or copy them from it.',
  },
  escalation_unknown: {
    status: 422,
    say: () => 'A comment is handed to a senior, to legal, or back to everybody.',
  },
  note_missing: { status: 422, field: 'note', say: () => 'The note is empty: write something first.' },
  reason_missing: {
    status: 422,
    field: 'note',
    say: () => 'Say why it goes up: whoever takes it begins with that.',
  },
  note_too_long: {
    status: 422,
    field: 'note',
    say: (r) => `The note is too long: ${r.longest.toLocaleString('en-GB')} characters fit.`,
  },
  claim_lost: {
    status: 409,
    say: (r) =>
      r.claimedBy
        ? `${r.claimedBy} has this comment in hand now; your decision was not taken.`
        : r.what
          ? decidedSentence(r.what)
          : 'This comment is no longer in your hand; your decision was not taken.',
  },
  comment_cannot: {
    status: 409,
    say: (r) => `That cannot be done: the comment is ${state[r.state] ?? r.state}.`,
  },
  comment_not_found: { status: 404, say: () => 'There is no such comment.' },
  decision_not_found: { status: 404, say: () => 'There is no such decision.' },
  already_reversed: { status: 409, say: () => 'That has been undone already.' },
  decided_since: {
    status: 409,
    say: () => 'The comment has been decided again since; undo that decision first.',
  },
  not_yours: { status: 403, say: () => 'A colleague took this decision: a senior can undo it.' },
  section_not_yours: {
    status: 403,
    say: () => 'That stands in a section which is not yours: a colleague has it.',
  },
  nothing_to_take_down: { status: 409, say: () => 'Nothing there is public, so nothing was taken down.' },
  count_differs: {
    status: 409,
    field: 'count',
    say: (r) =>
      `${r.count.toLocaleString('en-GB')} comments would go: type that number to confirm. Nothing was taken down.`,
  },
  share_unknown: {
    status: 422,
    field: 'share',
    say: () => 'Choose a share from the table. Nothing was armed.',
  },
  audit_share: {
    status: 422,
    field: 'audit',
    say: (r) =>
      `The share that still goes to the desk is a whole number from ${r.least} to ${r.most} per cent.`,
  },
  own_name_missing: {
    status: 422,
    field: 'name',
    say: (r) => `Type your own name, ${r.name}, to confirm. Nothing was armed.`,
  },
  curve_moved: {
    status: 409,
    say: () => 'The curve has moved since this page was drawn: read what it says now, and confirm that.',
  },
  armed_already: {
    status: 409,
    say: () => 'It is armed already, or the policy has just changed. Nothing was armed.',
  },
  bulk_act_missing: {
    status: 422,
    say: () => 'Publish them, or refuse them under a rule. Nothing was decided.',
  },
  none_chosen: { status: 422, say: () => 'None is ticked, so nothing was decided.' },
  too_many_chosen: {
    status: 422,
    say: (r) =>
      `At most ${r.most.toLocaleString('en-GB')} comments are decided at once: untick some, and decide the rest after. Nothing was decided.`,
  },
  chosen_differ: {
    status: 422,
    field: 'count',
    say: (r) =>
      `${r.count.toLocaleString('en-GB')} ${r.count === 1 ? 'comment is' : 'comments are'} ticked: type that number to confirm. Nothing was decided.`,
  },
  none_to_decide: {
    status: 409,
    say: () =>
      'Of those that were ticked none waits any more, or colleagues have them in hand. Nothing was decided.',
  },
  bulk_not_found: { status: 404, say: () => 'There is no such batch.' },
  pin_note_missing: { status: 422, say: () => 'Say in a few words what the example shows.' },
  pin_note_too_long: { status: 422, say: (r) => `The note is too long: ${r.longest} characters fit.` },
  pins_full: {
    status: 409,
    say: (r) => `This rule has ${r.most} examples, which is all that anybody reads: unpin one first.`,
  },
  pinned_already: { status: 409, say: () => 'This text is pinned to that rule already.' },
  not_decided: {
    status: 409,
    say: () => 'Only what a person has decided is a precedent, and only while its words are there.',
  },
  pin_not_found: { status: 404, say: () => 'That example is not pinned, or not any more.' },
  look_lost: {
    status: 409,
    say: () => 'That second look is no longer in your hand, or its words are gone. Nothing was kept of it.',
  },
  look_answer_missing: {
    status: 422,
    say: () => 'Say that you would publish it, or which rule it breaks. Nothing was kept.',
  },
  look_share: {
    status: 422,
    field: 'share',
    say: () => 'From 2 to 5 decisions in a hundred get a second look, or none. Nothing was changed.',
  },
  floor_malformed: {
    status: 422,
    say: (r) => `The floor is a whole number from ${r.least} to ${r.most} per cent. Nothing was changed.`,
  },
  measure_missing: { status: 422, field: 'kind', say: () => 'Say what is to be taken. Nothing was taken.' },
  measure_pause: {
    status: 422,
    field: 'pause',
    say: (r) =>
      `The pause is a whole number of minutes, from ${r.least} to ${r.most.toLocaleString('en-GB')}. Nothing was taken.`,
  },
  measure_days: {
    status: 422,
    field: 'days',
    say: (r) => `How long is a whole number of days, from 1 to ${r.most}. Nothing was taken.`,
  },
  measure_stands: {
    status: 409,
    say: () => 'That is in force already: lift it first, if it is to be otherwise.',
  },
  measure_over: { status: 409, say: () => 'That is over, or has been lifted already.' },
  measure_not_found: { status: 404, say: () => 'There is no such measure.' },
  writer_not_found: { status: 404, say: () => 'There is no such writer.' },
  writer_erased: {
    status: 409,
    say: () => 'This writer has been erased: nothing is kept or taken any more.',
  },
  note_not_yours: {
    status: 403,
    say: () => 'That note is struck out already, or a colleague’s: a senior can strike it out.',
  },
  thread_setting_missing: { status: 422, say: () => 'Say how the thread is to be set. Nothing was set.' },
  thread_pause: {
    status: 422,
    field: 'pause',
    say: (r) =>
      `The pause is a whole number of minutes, from 1 to ${r.most.toLocaleString('en-GB')}. Nothing was set.`,
  },
  thread_hours: {
    status: 422,
    say: (r) => `Until it ends is a whole number of hours, from 1 to ${r.most}. Nothing was set.`,
  },
  thread_moved: {
    status: 409,
    say: () => 'A colleague has just set this thread: look at what holds now. Nothing was set.',
  },
  batch_not_found: { status: 404, say: () => 'There is no such take-down.' },
  not_found: { status: 404, say: () => 'There is nothing at this address.' },
  oembed_format: {
    status: 501,
    say: () => 'Previews are given as JSON only: leave out format, or ask for json.',
  },
  gone: { status: 410, say: () => 'The newspaper has taken this article back.' },
  cross_site: {
    status: 403,
    say: () => 'This was sent from another site, so nothing was done. Please use the form on our own page.',
  },
  form_outdated: {
    status: 403,
    say: () => 'This form was drawn before you signed in again: load the page and repeat it.',
  },
  not_signed_in: {
    status: 403,
    say: () => 'You are not signed in to the desk.',
  },
  not_allowed: { status: 403, say: () => 'Your role at the desk does not allow this.' },
  too_fast: {
    status: 429,
    say: (r) =>
      ({
        comments: `That was many comments in a short time. Please wait ${minutes(r.retryAfterSeconds)}: your words stay in the form.`,
        reports: `That was many reports in a short time. Please wait ${minutes(r.retryAfterSeconds)}.`,
        sign_ins: `That was many attempts in a short time. Please wait ${minutes(r.retryAfterSeconds)}.`,
        pages: `That was many requests in a short time. Please wait ${minutes(r.retryAfterSeconds)}.`,
      })[r.what],
  },
  body_too_large: {
    status: 413,
    say: (r) =>
      `That is more than can be taken at once (${Math.round(r.limitBytes / 1024)} KB). Go back: your browser still has your words.`,
  },
  wrong_type: { status: 415, say: (r) => `This address takes ${r.expected} only.` },
  not_utf8: { status: 400, say: () => 'The text did not arrive as UTF-8, so nothing was kept of it.' },
  link_used: { status: 410, say: () => 'This link has been used, or its time is over. Ask for a new one.' },
  receipt_closed: {
    status: 409,
    say: () => 'This comment has moved on meanwhile: the page shows where it stands.',
  },
  resent_already: {
    status: 409,
    say: () => 'A refused comment can be sent once more, and this one has been.',
  },
  credit_missing: {
    status: 422,
    say: () => 'The photo has no credit: say whose picture it is before publishing.',
  },
  article_incomplete: { status: 422, say: (r) => `The article cannot be published yet: ${r.what}` },
  article_state: { status: 409, say: () => 'The article is already in that state.' },
  photo_refused: { status: 422, say: (r) => r.sentence },
  capture_refused: { status: 422, say: (r) => r.sentence },
  staff_malformed: { status: 422, say: () => 'A name, an e-mail address and a role are needed.' },
  staff_missing: { status: 404, say: () => 'There is nobody of that number at the desk.' },
  staff_known: {
    status: 409,
    say: () => 'Somebody with this address is at the desk already, or was: open their page in the list.',
  },
  own_role: {
    status: 409,
    say: () => 'Nobody changes the own role or ends the own access: another administrator can.',
  },
  last_administrator: {
    status: 409,
    say: () => 'This is the last administrator: make somebody else one first.',
  },
  staff_state: { status: 409, say: () => 'That is how it stands already, or it has changed meanwhile.' },
  section_missing: {
    status: 422,
    say: () => 'Only moderators and seniors are limited to sections, and only to those that there are.',
  },
  passkey_first: {
    status: 409,
    say: () =>
      'Sign in with a passkey of your own before you ask one of others: then it is known to work here.',
  },
  key_malformed: {
    status: 422,
    say: () =>
      'A number of requests a second, from 1 to 10,000, and what becomes of other languages are needed.',
  },
  reset_not_typed: {
    status: 422,
    say: (r) => `Type ${r.word} to confirm. Nothing was forgotten.`,
  },
  passkey_needed: {
    status: 403,
    say: () => 'Your role signs in with a passkey. This link only serves to add one.',
  },
  // One sentence for a wrong key, a removed one and one of somebody who has left: it tells a stranger nothing.
  passkey_refused: {
    status: 403,
    say: () => 'This passkey does not open the desk. Try another one, or ask for a link.',
  },
  passkey_suspended: {
    status: 403,
    say: () =>
      'This passkey was used in two places, so it has been suspended and you are signed out everywhere. Ask for a link, and add a new one.',
  },
  passkey_known: {
    status: 409,
    say: () => 'This passkey is on your list already, or the list is full: take one away first.',
  },
  passkey_missing: { status: 404, say: () => 'There is no such passkey.' },
  last_passkey: {
    status: 409,
    say: () => 'Your role signs in with a passkey, and this is your only one: add another first.',
  },
  passkeys_unavailable: {
    status: 409,
    say: () => 'Browsers make no passkeys for the address of this server. The link works.',
  },
  challenge_over: { status: 410, say: () => 'That took too long, or was sent twice: please try once more.' },
  session_missing: { status: 404, say: () => 'That session is over already.' },
  paper_malformed: { status: 422, say: (r) => r.sentence },
  learning_not_better: {
    status: 409,
    say: () =>
      'What was learnt does not foretell the last 200 decisions measurably better than the engine alone: it stays in shadow.',
  },
  learning_changed: {
    status: 409,
    say: () => 'Learning was set or reset meanwhile. Nothing was changed: look at the page again.',
  },
  queue_name_missing: { status: 422, say: () => 'A name is missing: it stands among the queues.' },
  queue_name_too_long: {
    status: 422,
    say: (r) => `The name of the queue is too long: ${r.longest} characters fit.`,
  },
  queues_full: {
    status: 409,
    say: (r) => `There are ${r.most} saved queues of that kind already: delete one first.`,
  },
  queue_not_found: { status: 404, say: () => 'There is no such queue, or it is not shared with you.' },
  search_too_wide: {
    status: 422,
    say: () =>
      'That search asks for too much at once, so it was stopped. Add a word, a section or a day to narrow it.',
  },
}

export type Said = {
  status: Sentence<never>['status']
  code: RefusalCode
  sentence: string
  field: string | undefined
}

export function sayRefusal(refusal: Refusal): Said {
  const entry = refusals[refusal.code] as Sentence<Refusal>
  return { status: entry.status, code: refusal.code, sentence: entry.say(refusal), field: entry.field }
}
