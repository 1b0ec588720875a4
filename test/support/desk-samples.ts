import type { Card, DecidedRow } from '../../src/desk/card-store.ts'
import { expectedHarm } from '../../src/desk/expected-harm.ts'
import type { Article } from '../../src/newsroom/article.ts'
import type { DeskFrame } from '../../src/web/desk-layout.ts'
import type { CardView, DeskCardProps } from '../../src/web/pages/desk-card-page.ts'
import { deskRules } from '../../src/web/pages/desk-words.ts'

/** One evening at the desk of The Saltmere Courier. `words` stands in every slot that somebody else fills. */
export const NOW = new Date('2026-11-24T10:02:00Z')
const earlier = (minutes: number): Date => new Date(NOW.getTime() - minutes * 60_000)

export const frame = (words = 'Asha Verma', role: DeskFrame['staff']['role'] = 'editor'): DeskFrame => ({
  paper: { name: words, shortName: words, zone: 'Europe/London' },
  staff: { name: words, role },
  formToken: 'form-token',
  assets: { css: '/assets/desk.css', script: '/assets/desk.js' },
  waiting: 3,
  now: NOW,
})

export const rules = (words?: string) =>
  deskRules(
    ['obscene', 'defamatory', 'inflammatory', 'personal_attack', 'link', 'spam', 'off_topic'].map((id) => ({
      id,
      title: words ?? id,
      letter: words ?? `It was ${id}.`,
    })),
  )

export function card(words = 'The quay is open.', state: Card['comment']['state'] = 'held'): CardView {
  return {
    comment: {
      id: 412,
      text: words,
      printedName: words,
      submittedAt: earlier(6),
      revisionNo: 2,
      state,
      linksAllowed: false,
      depth: 5,
      ruleId: 'spam',
      byStaff: false,
    },
    reason: state === 'published' ? 'reported' : 'held',
    heldFor: 'senior',
    escalations: [{ to: 'senior', staffName: words, note: words, at: earlier(2), hash: 'ab12' }],
    claimedBy: { staffId: 1, name: words },
    writer: {
      commenterId: 9,
      publishedCount: 2,
      rejectedCount: 1,
      removedCount: 0,
      firstSeenAt: earlier(9_000),
      lastDecisions: [{ act: 'reject', ruleId: 'spam', decidedAt: earlier(90) }],
    },
    parent: { printedName: words, text: words },
    article: {
      id: 3,
      slug: 'the-quay',
      headline: words,
      standfirst: words,
      section: words,
      commentMode: 'pre',
      live: true,
    },
    verdict: {
      proposes: 'hold',
      policyVersion: 'v1',
      matches: [
        { ruleId: 'spam', value: 'yes', effect: 'hold', evidence: [{ start: 1, end: 4 }], because: [] },
        { ruleId: 'link', value: 'yes', effect: 'flag', evidence: [{ start: 3, end: 9 }], because: [] },
      ],
    },
    reports: [
      { id: 1, ruleId: 'spam', words, filedAt: earlier(3), withAccount: true, state: 'open' },
      { id: 2, ruleId: 'link', words, filedAt: earlier(60), withAccount: false, state: 'dismissed' },
    ],
    earlierRevisionText: words,
    fence: 88,
    leaseUntil: earlier(-1.5),
    explanations: [words],
    harm: expectedHarm({
      worst: { ruleId: 'spam', probability: 0.62, severity: 2 },
      requests: 140,
      depth: 5,
      isPublic: state === 'published',
      reports: { count: 1, weight: 0.2, severity: 2 },
      clockRun: 0.6,
    }),
    linkCount: 2,
  }
}

export const cardProps = (words = 'The quay is open.', state?: Card['comment']['state']): DeskCardProps => ({
  frame: frame(words),
  card: card(words, state),
  typedWords: words,
  queue: {
    waiting: 3,
    oldestMinutes: 11,
    items: [
      { commentId: 412, printedName: words, excerpt: words, reason: 'held', claimedBy: words, mine: true },
      {
        commentId: 413,
        printedName: words,
        excerpt: words,
        reason: 'reported',
        claimedBy: null,
        mine: false,
      },
      { commentId: 414, printedName: words, excerpt: words, reason: 'post', claimedBy: words, mine: false },
    ],
  },
  rules: rules(words),
  undoable: { decisionId: 7, sentence: words, secondsLeft: 8 },
  notice: words,
})

export const decided = (words: string, over: Partial<DecidedRow> = {}): DecidedRow => ({
  decisionId: 70,
  commentId: 412,
  articleId: 3,
  headline: words,
  excerpt: words,
  printedName: words,
  act: 'reject',
  ruleId: 'spam',
  decider: 'staff',
  staffId: 1,
  staffName: words,
  decidedAt: earlier(4),
  reverses: null,
  reversible: true,
  spans: [[0, 3]],
  revisionNo: 1,
  ...over,
})

export const article = (words: string, state: Article['state'] = 'draft'): Article => ({
  id: 3,
  slug: 'the-quay',
  state,
  section: { id: 1, slug: 'harbour', name: words },
  revisionNo: 1,
  headline: words,
  standfirst: words,
  byline: words,
  agency: words,
  dateline: words,
  language: 'en-GB',
  blocks: [
    { kind: 'paragraph', text: words },
    { kind: 'subhead', text: words },
    { kind: 'quote', text: words, speaker: words },
  ],
  sources: [words],
  photo: {
    id: 1,
    version: 'v1',
    width: 1600,
    height: 900,
    widths: [320, 640],
    caption: words,
    credit: words,
    alt: words,
  },
  publishedAt: earlier(600),
  updatedAt: earlier(300),
  commentMode: 'pre',
})

/** Tags without the values of their attributes: what no words of a reader may change. */
export const skeletonOf = (markup: string): string[] =>
  (markup.match(/<[^>]*>/g) ?? [])
    .filter((tag) => !/^<\/?mark/.test(tag))
    .map((tag) => tag.replace(/"[^"]*"/g, '""'))

export type Form = { action: string; method: string; fields: Record<string, string>; buttons: Button[] }
export type Button = { name: string | undefined; value: string | undefined; key: string | undefined }

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]

/** The forms of a page as a browser would send them: hidden fields and buttons. */
export function formsIn(markup: string): Form[] {
  return [...markup.matchAll(/<form([^>]*)>(.*?)<\/form>/gs)].map(([, head = '', body = '']) => ({
    action: attribute(head, 'action') ?? '',
    method: attribute(head, 'method') ?? 'get',
    fields: Object.fromEntries(
      (body.match(/<input type="hidden"[^>]*>/g) ?? []).map((tag) => [
        attribute(tag, 'name') ?? '',
        attribute(tag, 'value') ?? '',
      ]),
    ),
    buttons: (body.match(/<button[^>]*>/g) ?? []).map((tag) => ({
      name: attribute(tag, 'name'),
      value: attribute(tag, 'value'),
      key: attribute(tag, 'data-key'),
    })),
  }))
}
