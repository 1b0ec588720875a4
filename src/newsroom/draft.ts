import type { Block } from './article.ts'

/** An article before it is one: what an import or a form brings. */
export type Draft = {
  headline: string
  standfirst: string
  byline: string
  agency: string
  dateline: string
  language: string
  blocks: Block[]
  sources: string[]
  photo: { caption: string; credit: string } | null
  publishedAt: Date | null
  updatedAt: Date | null
}
