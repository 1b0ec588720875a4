import type { CommenterKey, StaffKey } from './cast.ts'
import { ferryComments, meadowComments, straitComments, urduComments } from './harbour-comments.ts'
import { quayComments } from './quay-comments.ts'
import { hallComments, letterComments, libraryComments, marketComments } from './town-comments.ts'

export type SeedComment = {
  key: string
  article: string
  parent?: string
  by: CommenterKey | StaffKey
  minutesAgo: number
  text: string
  state: 'published' | 'held' | 'rejected' | 'removed'
  rule?: string
  reports?: { rule: string; words: string }[]
}

/** As typed under one article: public where nothing else is said. */
export type Said = Omit<SeedComment, 'article' | 'state'> & { state?: SeedComment['state'] }

const under = (article: string, said: Said[]): SeedComment[] =>
  said.map((comment) => ({ state: 'published', ...comment, article }))

/** What the town says, in the order it was said. The held ones wait at the desk when the demo opens. */
export const seedComments: SeedComment[] = [
  ...under('quay', quayComments),
  ...under('meadow', meadowComments),
  ...under('ferry', ferryComments),
  ...under('strait', straitComments),
  ...under('urdu', urduComments),
  ...under('library', libraryComments),
  ...under('hall', hallComments),
  ...under('market', marketComments),
  ...under('letters', letterComments),
].sort((one, other) => other.minutesAgo - one.minutesAgo)
