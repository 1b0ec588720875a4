import { describe, expect, it } from 'vitest'
import { card, cardProps, type Form, formsIn } from '../../../test/support/desk-samples.ts'
import type { CommentState } from '../../comments/comment.ts'
import { paths } from '../paths.ts'
import { deskCardPage } from './desk-card-page.ts'

const formsOf = (state: CommentState): Form[] => formsIn(deskCardPage(cardProps('Words', state)).markup)
const sentTo = (forms: Form[], action: string): Form[] => forms.filter((form) => form.action === action)
const decisions = paths.desk.decisions(412)
const ruleIds = ['obscene', 'defamatory', 'inflammatory', 'personal_attack', 'link', 'spam', 'off_topic']

describe('the card of a held comment', () => {
  const forms = formsOf('held')

  it('publishes with one button, under its claim', () => {
    expect(sentTo(forms, decisions)[0]).toEqual({
      action: decisions,
      method: 'post',
      fields: { form_token: 'form-token', fence: '88', revision: '2' },
      buttons: [{ name: 'act', value: 'publish', key: 'A' }],
    })
  })

  it('refuses with one button for each rule, keys 1 to 7 in the policy’s order', () => {
    expect(sentTo(forms, decisions)[1]).toEqual({
      action: decisions,
      method: 'post',
      fields: { form_token: 'form-token', fence: '88', revision: '2', act: 'reject' },
      buttons: ruleIds.map((value, at) => ({ name: 'rule', value, key: String(at + 1) })),
    })
  })

  it('offers neither keeping nor holding what is not public', () => {
    expect(sentTo(forms, decisions)).toHaveLength(2)
  })

  it('keeps the words that were typed for the letter, in the form of the rules', () => {
    const props = cardProps('Words')
    const { markup } = deskCardPage({ ...props, typedWords: '\nPlease leave <b> out.' })
    expect(markup).toContain('name="words" form="refuse"')
    // A browser drops the first line break of a textarea; the second is the moderator's own.
    expect(markup).toContain('maxlength="2000">\n\nPlease leave &lt;b&gt; out.</textarea>')
  })

  it('shows what the commenter will read under each rule', () => {
    const { markup } = deskCardPage({
      ...cardProps(),
      rules: [{ id: 'spam', title: 'Advertising', key: '6', letter: 'It advertises.' }],
    })
    expect(markup).toMatch(/Advertising<\/dt><dd>It advertises\.<\/dd>/)
  })

  it('gives the comment back, or passes it over for the next behind it', () => {
    expect(sentTo(forms, paths.desk.release(412))).toEqual([
      {
        action: paths.desk.release(412),
        method: 'post',
        fields: { form_token: 'form-token', fence: '88' },
        buttons: [{ name: undefined, value: undefined, key: 'S' }],
      },
    ])
    expect(sentTo(forms, paths.desk.claims())[0]).toMatchObject({
      fields: { form_token: 'form-token', fence: '88', after: '412' },
      buttons: [{ key: 'N' }],
    })
  })

  it('takes another by choice, but not one that a colleague has or that is in hand already', () => {
    expect(sentTo(forms, paths.desk.claims())[1]?.buttons).toEqual([
      { name: 'comment', value: '413', key: undefined },
    ])
  })

  it('undoes the last decision', () => {
    expect(sentTo(forms, paths.desk.reversal(7))).toMatchObject([
      { fields: { form_token: 'form-token' }, buttons: [{ key: 'Z' }] },
    ])
  })

  it('lets its links be links, and takes that back', () => {
    const links = paths.desk.links(412)
    expect(sentTo(forms, links)[0]?.buttons).toEqual([{ name: 'allowed', value: 'yes', key: 'L' }])
    const props = cardProps()
    const allowed = { ...card(), comment: { ...card().comment, linksAllowed: true } }
    const page = deskCardPage({ ...props, card: allowed })
    expect(sentTo(formsIn(page.markup), links)[0]?.buttons[0]?.value).toBe('no')
    const without = deskCardPage({ ...props, card: { ...card(), linkCount: 0 } })
    expect(sentTo(formsIn(without.markup), links)).toEqual([])
  })
})

describe('the card of a public comment that was reported', () => {
  const forms = sentTo(formsOf('published'), decisions)

  it('is kept up, taken down under a rule, or held', () => {
    expect(forms.map((form) => [form.fields['act'], ...form.buttons.map((button) => button.value)])).toEqual([
      [undefined, 'keep'],
      ['remove', ...ruleIds],
      [undefined, 'hold'],
    ])
    expect(forms.map((form) => form.buttons[0]?.key)).toEqual(['A', '1', 'H'])
  })

  it('shows the open reports and not those that were answered', () => {
    const page = deskCardPage(cardProps('Words', 'published')).markup
    expect(page).toContain('1 report<')
    expect(page).toContain('will hear the outcome')
    expect(page).not.toContain('left no address')
  })
})

describe('a card that was handed up', () => {
  it('says by whom and why, and goes to legal or back to everybody', () => {
    const { markup } = deskCardPage(cardProps('Words'))
    expect(markup).toContain('Words to a senior')
    const [form] = sentTo(formsIn(markup), paths.desk.escalations(412))
    expect(form?.fields).toMatchObject({ fence: '88' })
    expect(form?.buttons.map((button) => button.value)).toEqual(['legal', 'everyone'])
  })
})

describe('a card whose comment has moved on', () => {
  it('shows the change by word, where its writer has put it in others', () => {
    const reworded = { before: 'They are crooks.', after: 'They are <wrong>.' }
    for (const props of [cardProps(), { ...cardProps(), card: null }])
      expect(deskCardPage({ ...props, reworded }).markup).toContain(
        'They are <del>crooks.</del><ins>&lt;wrong&gt;.</ins>',
      )
  })

  it.each(['rejected', 'removed', 'withdrawn'] as const)('offers no decision on one that is %s', (state) => {
    expect(sentTo(formsOf(state), decisions)).toEqual([])
  })

  it('says what happened', () => {
    const notice = 'Jonas published this comment at 10.02; your decision was not taken.'
    expect(deskCardPage({ ...cardProps(), notice }).markup).toContain(`role="status">${notice}</p>`)
  })
})

describe('every form of the desk', () => {
  it('posts, with the token of whoever is signed in', () => {
    for (const state of ['held', 'published', 'rejected'] as const)
      for (const form of formsOf(state)) {
        expect(form.method).toBe('post')
        expect(form.fields['form_token']).toBe('form-token')
      }
  })

  it('gives each key to one button at the most', () => {
    for (const state of ['held', 'published'] as const) {
      const keys = formsOf(state).flatMap((form) => form.buttons.flatMap(({ key }) => key ?? []))
      expect(new Set(keys).size).toBe(keys.length)
    }
  })
})

describe('an empty hand', () => {
  const props = { ...cardProps(), card: null, undoable: null }

  it('takes the first that is free', () => {
    expect(sentTo(formsIn(deskCardPage(props).markup), paths.desk.claims())[0]).toMatchObject({
      fields: { form_token: 'form-token' },
      buttons: [{ key: 'N' }],
    })
  })

  it('says so when everything is in a colleague’s hand', () => {
    const items = props.queue.items.filter((item) => item.claimedBy !== null && !item.mine)
    const page = deskCardPage({ ...props, queue: { ...props.queue, items } }).markup
    expect(page).toContain('Everything that waits is in a colleague’s hand.')
    expect(page).not.toContain('data-key="N"')
  })

  it('says so when nothing waits', () => {
    const queue = { waiting: 0, oldestMinutes: null, items: [] }
    expect(deskCardPage({ ...props, queue }).markup).toContain(
      'Nothing waits. Every comment has its decision.',
    )
  })
})
