import { after, days, hours } from '../../lib/clock.ts'
import type { Block, CommentMode } from '../article.ts'
import { paper } from './cast.ts'
import type { DrawingKey } from './drawings.ts'

/** A story as it is typed here: `hoursAgo` places it in the paper's week, blank lines part its blocks. */
export type Story = {
  key: string
  section: (typeof paper.sections)[number]['slug']
  hoursAgo: number
  updatedHoursAgo?: number
  headline: string
  standfirst: string
  byline?: string
  agency?: string
  dateline?: string
  language?: string
  /** `## ` begins a subhead, `> ` a quote, whose speaker stands behind ` | `. `{today}` and `{yesterday}` are weekdays. */
  text: string
  sources?: string[]
  photo?: { drawing: DrawingKey; alt: string; caption: string; credit: string }
  commentMode?: CommentMode
}

export const publishedAt = (story: Story, now: Date): Date => after(now, -hours(story.hoursAgo))

const weekday = new Intl.DateTimeFormat(paper.language, { weekday: 'long', timeZone: paper.zone })

/** So that "on Tuesday" is never at odds with the stamp above it. */
export const withWeekdays = (text: string, published: Date): string =>
  text
    .replaceAll('{today}', weekday.format(published))
    .replaceAll('{yesterday}', weekday.format(after(published, -days(1))))

/** Quotation marks and apostrophes as a newspaper sets them. */
const typographic = (text: string): string => text.replace(/"([^"]*)"/g, '“$1”').replace(/(\p{L})'/gu, '$1’')

export function blocksOf(text: string): Block[] {
  return text
    .trim()
    .split(/\n\n/)
    .map((part) => toBlock(typographic(part.replace(/\s+/g, ' ').trim())))
}

function toBlock(text: string): Block {
  if (text.startsWith('## ')) return { kind: 'subhead', text: text.slice(3) }
  if (!text.startsWith('> ')) return { kind: 'paragraph', text }
  const [words = '', speaker] = text.slice(2).split(' | ')
  return { kind: 'quote', text: words, ...(speaker === undefined ? {} : { speaker }) }
}
