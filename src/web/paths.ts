/** Every address of the product is built here, so that the map of it can be read on one page. */
type ArticleAddress = { id: number; slug: string }

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
  policy: () => '/policy',
  record: (before?: number) => (before ? `/record?before=${before}` : '/record'),
  photo: (photo: { id: number; version: string }, width: number, format: 'avif' | 'webp' | 'jpg') =>
    `/photos/${photo.id}-${photo.version}-${width}.${format}`,
  asset: (name: string) => `/assets/${name}`,
  health: () => '/healthz',
  mailbox: () => '/mailbox',
  letter: (id: number) => `/mailbox/${id}`,
  desk: {
    signIn: (token: string) => `/desk/sign-in/${token}`,
    signOut: () => '/desk/sign-out',
    /** The card: the comment in hand, or the next one. */
    card: () => '/desk',
    queue: () => '/desk/queue',
    claims: () => '/desk/claims',
    claim: (commentId: number) => `/desk/claims/${commentId}`,
    release: (commentId: number) => `/desk/claims/${commentId}/release`,
    comment: (commentId: number) => `/desk/comments/${commentId}`,
    decisions: (commentId: number) => `/desk/comments/${commentId}/decisions`,
    links: (commentId: number) => `/desk/comments/${commentId}/links`,
    decided: () => '/desk/decided',
    reversal: (decisionId: number) => `/desk/decisions/${decisionId}/reversal`,
    takedowns: () => '/desk/takedowns',
    takedownReversal: (batchId: number) => `/desk/takedowns/${batchId}/reversal`,
    staff: () => '/desk/staff',
    learning: () => '/desk/learning',
    learningMode: () => '/desk/learning/mode',
    learningReset: () => '/desk/learning/reset',
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
