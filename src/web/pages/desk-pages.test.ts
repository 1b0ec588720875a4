import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  article,
  card,
  cardProps,
  decided,
  formsIn,
  frame,
  NOW,
  rules,
  skeletonOf,
} from '../../../test/support/desk-samples.ts'
import { armed, unread } from '../../../test/support/unread-samples.ts'
import type { Role } from '../../accounts/staff.ts'
import type { Html } from '../../lib/html.ts'
import { paths } from '../paths.ts'
import { sayRefusal } from '../refusals.ts'
import { accountPage } from './account-page.ts'
import { commentModePage } from './comment-mode-page.ts'
import { deskCardPage } from './desk-card-page.ts'
import { type DeskCommentProps, deskCommentPage } from './desk-comment-page.ts'
import { deskDecidedPage } from './desk-decided-page.ts'
import { type DeskLearningProps, deskLearningPage } from './desk-learning-page.ts'
import { deskQueuePage } from './desk-queue-page.ts'
import { deskStaffPage } from './desk-staff-page.ts'
import { type DeskTakedownProps, deskTakedownPage } from './desk-takedown-page.ts'
import { deskUnreadPage } from './desk-unread-page.ts'
import { newsroomArticlePage } from './newsroom-article-page.ts'
import { newsroomArticlesPage } from './newsroom-articles-page.ts'
import { paperPage } from './paper-page.ts'
import { linkAskedPage, notSignedInPage, signInDoorPage, signInPage } from './sign-in-page.ts'
import { staffLogPage } from './staff-log-page.ts'
import { staffMemberPage } from './staff-member-page.ts'

const comment = (words: string): DeskCommentProps => ({
  frame: frame(words),
  staffId: 1,
  card: { ...card(words, 'published'), reason: null },
  explanations: [words],
  linkCount: 1,
  rules: rules(words),
  revisions: [1, 2].map((revisionNo) => ({ revisionNo, text: words, createdAt: NOW })),
  decisions: [decided(words)],
  history: [{ seq: 9, at: NOW, kind: 'comment_rejected', actor: 'staff', staffName: words, ruleId: 'spam' }],
  typedWords: words,
  notice: words,
})

const takedown = (words: string, role: Role = 'editor'): DeskTakedownProps => ({
  frame: frame(words, role),
  comment: { id: 412, printedName: words, excerpt: words },
  article: { id: 3, headline: words },
  reaches: (['comment', 'thread', 'commenter', 'article', 'everything'] as const).map((scope, at) => ({
    scope,
    count: at + 1,
  })),
  rules: rules(words),
  chosen: { scope: 'article', ruleId: 'spam', count: words },
  refusal: words,
  batches: [
    {
      id: 5,
      scope: 'thread',
      ruleId: 'spam',
      staffName: words,
      decidedAt: NOW,
      commentCount: 14,
      reverses: null,
      reversedBy: null,
      about: words,
    },
  ],
  before: 5,
  notice: words,
})

const learning = (words: string): DeskLearningProps => ({
  frame: frame(words),
  setting: { mode: 'live', setBy: words },
  gain: { decisions: 200, mean: -0.02, low: -0.03, high: -0.01, verdict: 'better' },
  versions: [null, words].map((resetBy, at) => ({
    version: 7 - at,
    engine: words,
    start: { position: 4, at: NOW },
    position: 90,
    decisionCount: 40,
    sha256: 'ab'.repeat(32),
    madeAt: NOW,
    resetBy,
  })),
  progress: {
    decisions: 40,
    without: { logLoss: 0.621, wrong: 0.5, missed: 0.4 },
    withIt: { logLoss: 0.412, wrong: 0.1, missed: null },
    course: { without: [0.7, 0.621], withIt: [0.7, 0.412] },
  },
  rules: rules(words),
  reviews: [
    {
      rule: 'spam',
      examples: 40,
      raises: [{ word: words, change: 0.8 }],
      lowers: [{ word: words, change: -0.4 }],
    },
  ],
  moved: [{ decisionId: 70, text: words, brokenRule: 'spam', rule: 'spam', before: 0.4, after: 0.8 }],
  typed: words,
  refusal: words,
})

const member = (words: string, id = 2) => ({
  id,
  name: words,
  email: words,
  role: 'senior' as const,
  disabledAt: null,
  sections: [words],
  passkeys: 1,
})

const passkeys = (words: string) => [
  { id: 3, name: words, createdAt: NOW, lastUsedAt: NOW, suspended: false },
  { id: 4, name: words, createdAt: NOW, lastUsedAt: null, suspended: true },
]

const sessions = (words: string) =>
  [8, 9].map((id) => ({ id, device: words, method: 'link' as const, createdAt: NOW, seenAt: NOW }))

const account = (words: string, over: Partial<Parameters<typeof accountPage>[0]> = {}) =>
  accountPage({
    frame: frame(words),
    enrolOnly: false,
    passkeys: passkeys(words),
    sessions: sessions(words),
    sessionId: 8,
    sections: [words],
    script: '/assets/passkey.js',
    suggestedName: words,
    notice: words,
    ...over,
  })

const memberPage = (words: string, over: Partial<Parameters<typeof staffMemberPage>[0]> = {}) =>
  staffMemberPage({
    frame: frame(words, 'administrator'),
    member: member(words),
    self: false,
    passkeys: passkeys(words),
    sessions: sessions(words),
    sections: [{ id: 1, slug: words, name: words }],
    ownSectionIds: [1],
    link: { name: words, address: words },
    notice: words,
    ...over,
  })

const staff = (words: string, role: Role = 'administrator') => ({
  frame: frame(words, role),
  staffId: 1,
  members: [1, 2].map((id) => member(words, id)),
  passkeyRoles: ['editor' as const],
  link: { name: words, address: words },
  typed: { name: words, email: words, role: 'moderator' as const },
  refusal: words,
  notice: words,
})

const newsroomArticle = (words: string) => ({
  frame: frame(words),
  article: article(words),
  ownMode: null,
  inheritedMode: 'post' as const,
  warnings: [words],
  photoTyped: { alt: words, caption: words, credit: words },
  photoRefusal: words,
  notice: words,
})

/** Every page with the same words in every slot that is filled from outside. */
const pages: Record<string, (words: string) => Html> = {
  card: (words) => deskCardPage(cardProps(words)),
  'card of a public comment': (words) => deskCardPage(cardProps(words, 'published')),
  queue: (words) =>
    deskQueuePage({
      frame: frame(words),
      reason: null,
      counts: { held: 1, reported: 1, post: 0, oldestEnteredAt: NOW },
      items: cardProps(words).queue.items.map((item) => ({
        ...item,
        enteredAt: NOW,
        headline: words,
        harm: item.mine ? null : card(words).harm,
      })),
      rules: rules(words),
      after: 412,
      later: false,
      notice: words,
    }),
  decided: (words) =>
    deskDecidedPage({
      frame: frame(words),
      staffId: 1,
      rows: [decided(words), decided(words, { decider: 'rule' })],
      rules: rules(words),
      before: 3,
      notice: words,
    }),
  comment: (words) => deskCommentPage(comment(words)),
  takedown: (words) => deskTakedownPage(takedown(words)),
  staff: (words) => deskStaffPage(staff(words)),
  colleague: (words) => memberPage(words),
  'own sign-in': (words) => account(words),
  'staff log': (words) =>
    staffLogPage({
      frame: frame(words, 'administrator'),
      entries: ['staff:2:senior', words].map((value, at) => ({
        seq: at + 1,
        at: NOW,
        kind: 'staff_changed',
        staffId: at === 0 ? 1 : null,
        articleId: null,
        policyVersion: null,
        value,
      })),
      names: { staff: new Map([[2, words]]), sections: new Map() },
      before: 1,
    }),
  paper: (words) =>
    paperPage({
      frame: frame(words, 'administrator'),
      typed: {
        name: words,
        short: words,
        group: words,
        entities: words,
        language: words,
        zone: words,
        contact: words,
      },
      sections: [{ id: 1, slug: words, name: words }],
      newSection: { slug: words, name: words },
      refusal: { field: 'zone', sentence: words },
      notice: words,
    }),
  door: (words) =>
    signInDoorPage({
      paperName: words,
      css: '/c',
      script: '/s',
      letters: true,
      typed: words,
      refusal: words,
    }),
  learning: (words) => deskLearningPage(learning(words)),
  unread: (words) => deskUnreadPage(unread(words)),
  'unread, armed': (words) => deskUnreadPage(armed(words)),
  articles: (words) =>
    newsroomArticlesPage({
      frame: frame(words),
      articles: [article(words), article(words, 'live')],
      before: 3,
      notice: words,
    }),
  article: (words) => newsroomArticlePage(newsroomArticle(words)),
  'comment mode': (words) =>
    commentModePage({
      frame: frame(words),
      paper: 'pre',
      sections: [{ id: 1, name: words, mode: null }],
      articles: [{ id: 3, headline: words, mode: 'off', inherited: 'pre' }],
      notice: words,
    }),
  'sign-in': (words) =>
    signInPage({ paperName: words, css: '/c', link: { state: 'ready', token: 'token', name: words } }),
}

const hostile = [
  '</textarea><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' autofocus onfocus='alert(1)",
  '</title></noscript><!--<svg/onload=alert(1)>',
  '&lt;b&gt; &amp;quot; ]]>',
  '\u202Eevil\u2066\u0000\uFFFE',
]

describe.each(Object.entries(pages))('the %s page', (_, page) => {
  const expected = skeletonOf(page('words').markup)

  it.each(hostile)('has the same elements whatever stands in its slots: %j', (words) => {
    expect(skeletonOf(page(words).markup)).toEqual(expected)
  })

  it('has the same elements for any words at all', () => {
    const words = fc.string({ unit: 'binary', minLength: 1 }).filter((each) => each.trim() !== '')
    fc.assert(
      fc.property(words, (each) => {
        expect(skeletonOf(page(each).markup)).toEqual(expected)
      }),
      { numRuns: 25 },
    )
  })

  it('uses no id twice', () => {
    const ids = [...page('words').markup.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('has no script or style of its own, so that the strict policy holds', () => {
    expect(page('words').markup).not.toMatch(/<style|<script(?! type="module" src=)| style=| on[a-z]+="/)
  })
})

describe('undo', () => {
  const page = (role: Role, row = {}) =>
    formsIn(
      deskDecidedPage({
        frame: frame('Jonas', role),
        staffId: 1,
        rows: [decided('Words', row)],
        rules: rules(),
        before: null,
        notice: null,
      }).markup,
    ).some((form) => form.action === paths.desk.reversal(70))

  it('is offered to whoever decided, and to a senior for a colleague’s decision', () => {
    expect(page('moderator')).toBe(true)
    expect(page('moderator', { staffId: 2 })).toBe(false)
    expect(page('senior', { staffId: 2 })).toBe(true)
  })

  it('is not offered once the comment was decided again', () => {
    expect(page('senior', { reversible: false })).toBe(false)
  })
})

describe('the history of a comment', () => {
  it('decides without a claim what is not in the queue, and gives the keys no hold on it', () => {
    const decisions = formsIn(deskCommentPage(comment('Words')).markup).filter(
      (form) => form.action === paths.desk.decisions(412),
    )
    expect(decisions.map((form) => form.fields)).toEqual([
      { form_token: 'form-token', act: 'remove' },
      { form_token: 'form-token' },
    ])
    expect(decisions.flatMap((form) => form.buttons).every((button) => button.key === undefined)).toBe(true)
  })

  it('sends to the card what waits in the queue', () => {
    const props = comment('Words')
    const waiting = { ...props, card: { ...props.card, reason: 'reported' as const, claimedBy: null } }
    const forms = formsIn(deskCommentPage(waiting).markup)
    expect(forms.some((form) => form.action === paths.desk.decisions(412))).toBe(false)
    expect(forms.find((form) => form.action === paths.desk.claims())?.buttons).toMatchObject([
      { name: 'comment', value: '412' },
    ])
  })
})

describe('a take-down', () => {
  const reach = (markup: string, scope: string): string =>
    new RegExp(`<input type="radio" name="scope" value="${scope}"[^>]*>`).exec(markup)?.[0] ?? ''

  it('says how many comments would go, and asks for the number where a whole page would', () => {
    const { markup } = deskTakedownPage({ ...takedown('Words'), refusal: null })
    expect(markup).toContain('4 comments go')
    expect(
      ['comment', 'thread', 'commenter'].some((scope) => reach(markup, scope).includes('data-large')),
    ).toBe(false)
    expect(['article', 'everything'].every((scope) => reach(markup, scope).includes('data-large'))).toBe(true)
    expect(markup).toContain('<input id="count" name="count"')
  })

  it('offers no more than the role may do', () => {
    const open = (role: Role): string[] => {
      const { markup } = deskTakedownPage(takedown('Words', role))
      return takedown('Words').reaches.flatMap(({ scope }) =>
        reach(markup, scope).includes('disabled') ? [] : [scope],
      )
    }
    expect(open('moderator')).toEqual(['comment'])
    expect(open('senior')).toEqual(['comment', 'thread', 'commenter'])
    expect(open('editor')).toHaveLength(5)
  })

  it('keeps what was chosen when the number was wrong, and says why at the number', () => {
    const { markup } = deskTakedownPage(takedown('Words'))
    expect(reach(markup, 'article')).toContain('checked')
    expect(markup).toContain('value="Words" aria-invalid="true"')
  })

  it('is put back in one step, once', () => {
    const [batch] = takedown('Words').batches
    if (!batch) throw new Error('the sample has a take-down')
    const putBack = (over: Partial<typeof batch>, role: Role = 'senior'): boolean =>
      formsIn(deskTakedownPage({ ...takedown('Words', role), batches: [{ ...batch, ...over }] }).markup).some(
        (form) => form.action === paths.desk.takedownReversal(5),
      )
    expect(putBack({})).toBe(true)
    expect(putBack({ reversedBy: 6 })).toBe(false)
    expect(putBack({ reverses: 4 })).toBe(false)
    expect(putBack({}, 'moderator')).toBe(false)
  })
})

describe('staff', () => {
  const posts = (role: Role) =>
    formsIn(deskStaffPage(staff('Words', role)).markup)
      .map((form) => form.action)
      .filter((action) => action !== paths.desk.signOut())

  it('is invited, and asked for passkeys, by administrators alone', () => {
    expect(posts('administrator')).toEqual([paths.desk.staff(), paths.desk.passkeyRoles()])
    expect(posts('editor')).toEqual([])
  })

  it('is sent away and raised by a colleague, never by themselves', () => {
    const acts = (page: Html) =>
      formsIn(page.markup).flatMap((form) => form.buttons.map((button) => button.value))
    const offered = acts(memberPage('Words'))
    expect(offered).toEqual(expect.arrayContaining(['role', 'sections', 'link', 'deactivate']))
    const own = acts(memberPage('Words', { self: true }))
    expect(own).not.toContain('role')
    expect(own).not.toContain('deactivate')
    const gone = acts(memberPage('Words', { member: { ...member('Words'), disabledAt: NOW } }))
    expect(gone.filter((act) => act !== undefined)).toEqual(['reactivate'])
  })

  it('an editor is not limited to sections', () => {
    const editor = memberPage('Words', { member: { ...member('Words'), role: 'editor' } })
    expect(editor.markup).not.toContain('name="section-1"')
  })
})

describe('one’s own sign-in', () => {
  it('keeps the session it is looked at from out of harm’s way', () => {
    const ends = formsIn(account('Words').markup).filter((form) => form.action === paths.desk.sessions())
    expect(ends.map((form) => form.fields['session'] ?? form.buttons[0]?.value)).toEqual(['9', 'end_others'])
  })

  it('offers no passkey where browsers make none, and says why', () => {
    const { markup } = account('Words', { script: null })
    expect(markup).not.toContain('data-passkey')
    expect(markup).toContain('they need a name and https')
  })

  it('says what is missing where the role asks for a passkey, and leads nowhere else', () => {
    const { markup } = account('Words', { enrolOnly: true, passkeys: [] })
    expect(markup).toContain('Your role signs in with a passkey.')
    expect(markup).not.toContain('To the desk')
  })
})

describe('what was learnt', () => {
  it('is told apart from the engine alone by more than colour, and said in words', () => {
    const { markup } = deskLearningPage(learning('Words'))
    expect(markup).toContain('<svg viewBox="0 0 320 120" role="img" aria-labelledby="plot-words">')
    expect(markup).toMatch(/dashed the engine alone, at the end 0\.621; solid .* at the end 0\.412/)
  })

  it('is nothing before the first decision, and can be switched off all the same', () => {
    const { markup } = deskLearningPage({
      ...learning('Words'),
      setting: { mode: 'shadow', setBy: null },
      versions: [],
      progress: undefined,
      reviews: [],
    })
    expect(markup).toContain('Nothing has been learnt yet')
    const reset = formsIn(markup).find((form) => form.action === paths.desk.learningReset())
    expect(reset?.buttons.map(({ value }) => value)).toEqual(['shadow', 'off'])
  })

  const offered = (setting: DeskLearningProps['setting'], verdict: DeskLearningProps['gain']['verdict']) => {
    const props = learning('Words')
    const { markup } = deskLearningPage({ ...props, setting, gain: { ...props.gain, verdict } })
    const form = formsIn(markup).find(({ action }) => action === paths.desk.learningMode())
    return { markup, mode: form?.buttons[0]?.value }
  }

  it('goes live by a button only where it foretells measurably better, and says why where it does not', () => {
    const shadow = { mode: 'shadow', setBy: null } as const
    expect(offered(shadow, 'better').mode).toBe('live')
    for (const verdict of ['too_few', 'undecided', 'worse'] as const)
      expect(offered(shadow, verdict).mode).toBeUndefined()
    expect(offered(shadow, 'too_few').markup).toContain('after 200 decisions')
    expect(offered(shadow, 'undecided').markup).toContain('not measurably better')
    expect(offered(shadow, 'better').markup).toContain(
      'On the last 200 decisions the log loss of one is 0.020 smaller with what was learnt (95 % interval of the difference: −0.030 to −0.010).',
    )
  })

  it('is put back to shadow at any time, names who made it live, and warns where it has become worse', () => {
    const live = { mode: 'live', setBy: 'Nell Ashby' } as const
    for (const verdict of ['better', 'worse', 'undecided'] as const)
      expect(offered(live, verdict).mode).toBe('shadow')
    expect(offered(live, 'better').markup).toContain('Nell Ashby set it so.')
    expect(offered(live, 'better').markup).not.toContain('role="alert">It foretells')
    expect(offered(live, 'worse').markup).toContain('role="alert">It foretells')
  })

  it('begins again from off, where there is nothing to reset', () => {
    const { markup, mode } = offered({ mode: 'off', setBy: null }, 'too_few')
    expect(mode).toBe('shadow')
    expect(formsIn(markup).some((form) => form.action === paths.desk.learningReset())).toBe(false)
  })
})

describe('a sign-in link', () => {
  const page = (link: Parameters<typeof signInPage>[0]['link']) =>
    signInPage({ paperName: 'The Saltmere Courier', css: '/c', link }).markup

  it('signs in by a button, so that a mail scanner that opens it uses nothing up', () => {
    expect(formsIn(page({ state: 'ready', token: 'tok', name: 'Asha' }))).toEqual([
      { action: paths.desk.signIn('tok'), method: 'post', fields: {}, buttons: [{}] },
    ])
  })

  it('says plainly that it is over, and offers nothing', () => {
    expect(page({ state: 'over' })).toContain('This link has been used, or its time is over.')
    expect(formsIn(page({ state: 'over' }))).toEqual([])
    expect(formsIn(notSignedInPage({ paperName: 'C', css: '/c' }).markup)).toEqual([])
    expect(formsIn(linkAskedPage({ paperName: 'C', css: '/c' }).markup)).toEqual([])
  })
})

describe('an article without a photo credit', () => {
  const uncredited = { ...article('Words'), photo: { ...(article('Words').photo ?? never()), credit: ' ' } }

  it('cannot be published from any page, and the sentence says why', () => {
    const warnings = [sayRefusal({ code: 'credit_missing' }).sentence]
    const one = newsroomArticlePage({ ...newsroomArticle('Words'), article: uncredited, warnings }).markup
    const list = newsroomArticlesPage({
      frame: frame(),
      articles: [uncredited],
      before: null,
      notice: null,
    }).markup
    for (const markup of [one, list])
      expect(formsIn(markup).some((form) => form.action === paths.newsroom.publication(3))).toBe(false)
    expect(one.match(/The photo has no credit: say whose picture it is/g)).toHaveLength(1)
    expect(list).toContain('the photo has no credit')
  })

  it('is published once the credit is there, and taken back while it is live', () => {
    const acts = (state: 'draft' | 'live') =>
      formsIn(
        newsroomArticlesPage({
          frame: frame(),
          articles: [article('Words', state)],
          before: null,
          notice: null,
        }).markup,
      ).map((form) => form.action)
    expect(acts('draft')).toContain(paths.newsroom.publication(3))
    expect(acts('live')).toContain(paths.newsroom.withdrawal(3))
  })
})

function never(): never {
  throw new Error('the sample has a photo')
}
