/** Every address of the product is built here, so that the map of it can be read on one page. */
type ArticleAddress = { id: number; slug: string }
export const feedFormats = ['rss', 'atom', 'json'] as const
export type FeedFormat = (typeof feedFormats)[number]
export const exportFormats = ['html', 'txt', 'md', 'json', 'atom'] as const
export type ExportFormat = (typeof exportFormats)[number]

export const paths = {
  front: () => '/',
  section: (slug: string) => `/s/${slug}`,
  article: (article: ArticleAddress) => `/a/${article.id}/${encodeURIComponent(article.slug)}`,
  /** Older threads: those that began before this comment. */
  earlier: (article: ArticleAddress, before: number) =>
    `/a/${article.id}/${encodeURIComponent(article.slug)}?before=${before}`,
  /** A comment's own page, with its whole thread around it. */
  comment: (articleId: number, commentId: number) => `/a/${articleId}/c/${commentId}`,
  /** The rest of a long thread: the replies that follow this one. */
  replies: (articleId: number, rootId: number, after: number) => `/a/${articleId}/c/${rootId}?after=${after}`,
  replyForm: (articleId: number, commentId: number) => `/a/${articleId}/c/${commentId}/reply`,
  reportForm: (articleId: number, commentId: number) => `/a/${articleId}/c/${commentId}/report`,
  comments: (articleId: number) => `/a/${articleId}/comments`,
  reports: (articleId: number, commentId: number) => `/a/${articleId}/c/${commentId}/reports`,
  confirmation: (ref: string) => `/confirmations/${ref}`,
  receipt: (ref: string) => `/receipts/${ref}`,
  withdrawal: (ref: string) => `/receipts/${ref}/withdrawal`,
  resending: (ref: string) => `/receipts/${ref}/revision`,
  reportReceipt: (ref: string) => `/reports/${ref}`,
  /** Feeds: of the paper, of a section, of the comments under an article; the page that lists them. */
  feeds: () => '/feeds',
  feed: (format: FeedFormat) => `/feed.${format}`,
  sectionFeed: (slug: string, format: FeedFormat) => `/s/${encodeURIComponent(slug)}/feed.${format}`,
  commentFeed: (articleId: number) => `/a/${articleId}/comments.atom`,
  /** The same article in another format. */
  exported: (articleId: number, format: ExportFormat) => `/a/${articleId}.${format}`,
  oembed: (article: string) => `/oembed?url=${encodeURIComponent(article)}`,
  sitemapIndex: () => '/sitemap.xml',
  newsSitemap: () => '/sitemap-news.xml',
  sitemap: (part: number) => `/sitemaps/${part}`,
  policy: () => '/policy',
  record: (before?: number) => (before ? `/record?before=${before}` : '/record'),
  photo: (photo: { id: number; version: string }, width: number, format: 'avif' | 'webp' | 'jpg') =>
    `/photos/${photo.id}-${photo.version}-${width}.${format}`,
  asset: (name: string) => `/assets/${name}`,
  health: () => '/healthz',
  /** What a program with an API key may ask, under the addresses that Perspective's clients know. */
  analyze: () => '/v1alpha1/comments:analyze',
  suggestScore: () => '/v1alpha1/comments:suggestscore',
  mailbox: () => '/mailbox',
  letter: (id: number) => `/mailbox/${id}`,
  desk: {
    /** Passkey, or a link by letter. */
    signInDoor: () => '/desk/sign-in',
    signInChallenges: () => '/desk/passkey-challenges',
    signInByPasskey: () => '/desk/passkey-sign-in',
    /** One's own passkeys and sessions. */
    account: () => '/desk/account',
    passkeys: () => '/desk/account/passkeys',
    passkeyChallenges: () => '/desk/account/passkey-challenges',
    passkey: (id: number) => `/desk/account/passkeys/${id}`,
    sessions: () => '/desk/account/sessions',
    signIn: (token: string) => `/desk/sign-in/${token}`,
    signOut: () => '/desk/sign-out',
    /** The card: the comment in hand, or the next one. */
    card: () => '/desk',
    escalations: (commentId: number) => `/desk/comments/${commentId}/escalations`,
    /** Cards loaded ahead of the one in hand; who is on which comment. */
    cards: () => '/desk/cards',
    presence: () => '/desk/presence',
    queue: () => '/desk/queue',
    /** Search; `?q=`, `in=`, `from=`. */
    find: () => '/desk/find',
    savedQueues: () => '/desk/find/queues',
    savedQueue: (id: number) => `/desk/find/queues/${id}`,
    claims: () => '/desk/claims',
    claim: (commentId: number) => `/desk/claims/${commentId}`,
    release: (commentId: number) => `/desk/claims/${commentId}/release`,
    comment: (commentId: number) => `/desk/comments/${commentId}`,
    decisions: (commentId: number) => `/desk/comments/${commentId}/decisions`,
    links: (commentId: number) => `/desk/comments/${commentId}/links`,
    decided: () => '/desk/decided',
    reversal: (decisionId: number) => `/desk/decisions/${decisionId}/reversal`,
    /** What waits and is like this one; `?similarity=` in per cent. */
    cluster: (commentId: number) => `/desk/comments/${commentId}/like`,
    clusterFloor: () => '/desk/clusters/floor',
    /** The nearest decided comments. */
    precedents: (commentId: number) => `/desk/comments/${commentId}/precedents`,
    /** The rules with the precedents pinned to them. */
    examples: () => '/desk/examples',
    unpinning: (pinId: number) => `/desk/examples/${pinId}/end`,
    /** Decisions of others, looked at again without knowing how they ended. */
    secondLooks: () => '/desk/second-looks',
    secondLookAnswer: (lookId: number) => `/desk/second-looks/${lookId}/answer`,
    secondLookSkip: (lookId: number) => `/desk/second-looks/${lookId}/skip`,
    secondLookShare: () => '/desk/second-looks/share',
    /** What came of them; `?week=2026-W48`. */
    calibration: () => '/desk/calibration',
    calibrationTable: () => '/desk/calibration/table.csv',
    /** Many comments decided at once. */
    batches: () => '/desk/batches',
    batch: (batchId: number) => `/desk/batches/${batchId}`,
    batchReversal: (batchId: number) => `/desk/batches/${batchId}/reversal`,
    takedowns: () => '/desk/takedowns',
    takedownReversal: (batchId: number) => `/desk/takedowns/${batchId}/reversal`,
    /** A writer's standing, measures, notes and comments; `?before=` pages the comments. */
    writer: (commenterId: number) => `/desk/writers/${commenterId}`,
    measures: (commenterId: number) => `/desk/writers/${commenterId}/measures`,
    measureReversal: (measureId: number) => `/desk/measures/${measureId}/reversal`,
    notes: (commenterId: number) => `/desk/writers/${commenterId}/notes`,
    noteStriking: (noteId: number) => `/desk/notes/${noteId}/striking`,
    /** Threads whose thermostat is set or should be, and the forecast of who is needed when. */
    threads: () => '/desk/threads',
    threadSetting: (articleId: number) => `/desk/articles/${articleId}/thread`,
    staff: () => '/desk/staff',
    passkeyRoles: () => '/desk/staff/passkeys',
    staffLog: (before?: number) => (before ? `/desk/staff/log?before=${before}` : '/desk/staff/log'),
    member: (staffId: number) => `/desk/staff/${staffId}`,
    paper: () => '/desk/paper',
    keys: () => '/desk/keys',
    learning: () => '/desk/learning',
    learningMode: () => '/desk/learning/mode',
    learningReset: () => '/desk/learning/reset',
    /** Publishing unread: the curve, `?share=` with a point of it to arm. */
    unread: () => '/desk/unread',
    unreadArming: () => '/desk/unread/arming',
    unreadEnd: () => '/desk/unread/end',
    /** A comment by the paper itself; `?parent=` names the one it answers. */
    staffComment: (articleId: number) => `/desk/articles/${articleId}/comment`,
  },
  newsroom: {
    articles: () => '/newsroom',
    article: (id: number) => `/newsroom/articles/${id}`,
    publication: (id: number) => `/newsroom/articles/${id}/publication`,
    withdrawal: (id: number) => `/newsroom/articles/${id}/withdrawal`,
    photo: (id: number) => `/newsroom/articles/${id}/photo`,
    capture: () => '/newsroom/capture',
    captureReview: () => '/newsroom/capture/review',
    captureDraft: () => '/newsroom/capture/draft',
    commentMode: () => '/newsroom/comment-mode',
  },
} as const
