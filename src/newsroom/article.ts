export type ArticleState = 'draft' | 'live' | 'unpublished'

/** pre: the desk reads before publishing. post: after. closed: no new comments. off: none shown. */
export const commentModes = ['pre', 'post', 'closed', 'off'] as const
export type CommentMode = (typeof commentModes)[number]

/**
 * The thermostat of one thread, beside its mode and for a time. slow: a pause between two comments of one writer. hold_new:
 * who has never been published is read first. hold_all: everybody is.
 */
export const threadSettings = ['slow', 'hold_new', 'hold_all', 'closed'] as const
export type ThreadSettingName = (typeof threadSettings)[number]
export type ThreadSetting = {
  setting: ThreadSettingName
  /** Only of slow mode. */
  pauseMinutes: number | null
  endsAt: Date
}

/** off: nothing is learnt. shadow: learnt and measured. live: what was learnt moves the scores of comments. */
export type LearningMode = 'off' | 'shadow' | 'live'

export type Block =
  | { kind: 'paragraph'; text: string }
  | { kind: 'subhead'; text: string }
  | { kind: 'quote'; text: string; speaker?: string }

/** A photo as the page shows it. No credit, no publication. */
export type Photo = {
  id: number
  /** Changes with the picture: renditions are served as immutable under it. */
  version: string
  width: number
  height: number
  /** Widths in pixels of the renditions that exist, ascending. */
  widths: number[]
  caption: string
  credit: string
  /** What can be seen, for those who cannot; not the caption. */
  alt: string
}

export type Section = { id: number; slug: string; name: string }

export type Article = {
  id: number
  slug: string
  state: ArticleState
  section: Section | null
  revisionNo: number
  headline: string
  standfirst: string
  /** Who wrote it, without "By"; empty where an agency did. */
  byline: string
  /** The agency a report came from, as printed: "AP". */
  agency: string
  /** The place it was filed from, as printed; never a time. */
  dateline: string
  /** BCP 47. */
  language: string
  blocks: Block[]
  /** Agencies and papers that the text cites. */
  sources: string[]
  photo: Photo | null
  publishedAt: Date | null
  updatedAt: Date | null
  /** In force: the article's own, else its section's, else the paper's; closed while the thermostat closes it. */
  commentMode: CommentMode
  /** The thermostat, while it is set: for the sentence beside the form. */
  thread?: ThreadSetting | null
}

/** One newspaper. The issues say "paper". */
export type Publication = {
  id: number
  name: string
  /** "the Courier": how its own pages call it. */
  shortName: string
  /** The house behind it, and the companies in it: named in the notice that views are the writers' own. */
  groupName: string
  entities: string[]
  language: string
  /** IANA zone: stamps are printed in it. */
  zone: string
  /** An e-mail address for readers and authorities; empty where none is given. */
  contact: string
  commentMode: CommentMode
  policyVersion: string
  /** What the desk's decisions may do to scores. */
  learning: LearningMode
  /** No two comments less alike than this are one cluster; per cent. */
  clusterFloor: number
}
