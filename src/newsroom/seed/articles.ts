import { after, hours } from '../../lib/clock.ts'
import type { CommentMode } from '../article.ts'
import type { Draft } from '../draft.ts'
import type { DrawingKey } from './drawings.ts'
import { harbourStories } from './harbour-stories.ts'
import { blocksOf, publishedAt, type Story, withWeekdays } from './story.ts'
import { townStories } from './town-stories.ts'

export type SeedArticle = {
  key: string
  section: string
  draft: Draft
  drawing: { key: DrawingKey; alt: string } | null
  commentMode: CommentMode | null
}

/** The paper's last four days as seen from `now`, newest first. */
export function seedArticles(now: Date): SeedArticle[] {
  return [...harbourStories, ...townStories]
    .sort((one, other) => one.hoursAgo - other.hoursAgo)
    .map((story) => ({
      key: story.key,
      section: story.section,
      commentMode: story.commentMode ?? null,
      drawing: story.photo ? { key: story.photo.drawing, alt: story.photo.alt } : null,
      draft: draftOf(story, now),
    }))
}

function draftOf(story: Story, now: Date): Draft {
  const published = publishedAt(story, now)
  return {
    headline: story.headline,
    standfirst: story.standfirst,
    byline: story.byline ?? '',
    agency: story.agency ?? '',
    dateline: story.dateline ?? '',
    language: story.language ?? 'en-GB',
    blocks: blocksOf(withWeekdays(story.text, published)),
    sources: story.sources ?? [],
    photo: story.photo ? { caption: story.photo.caption, credit: story.photo.credit } : null,
    publishedAt: published,
    updatedAt: after(now, -hours(story.updatedHoursAgo ?? story.hoursAgo)),
  }
}
