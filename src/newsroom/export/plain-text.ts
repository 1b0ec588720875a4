import type { ExportedArticle } from './markdown.ts'

/**
 * An article as a newspaper page reads when it is marked and copied: headline, standfirst, stamps in the paper's zone,
 * caption with credit, byline, dateline, paragraphs. For people; the saved-page importer recognises it, but guesses where
 * Markdown says, so that subheads and quotations come back as paragraphs and stamps to the minute.
 */
export function plainTextOf(article: ExportedArticle, zone: string): string {
  const [first, ...rest] = article.blocks.map((block) =>
    block.kind === 'quote' && block.speaker ? `“${block.text}” — ${block.speaker}` : block.text,
  )
  const place = article.dateline === '' ? '' : `${article.dateline}: `
  const parts = [
    article.headline,
    article.standfirst,
    stampLine(article, zone),
    article.photo ? `${article.photo.caption} (Photo | ${article.photo.credit})`.trim() : '',
    bylineLine(article),
    first === undefined ? '' : place + first,
    ...rest,
    article.sources.length > 0 ? `Sources: ${article.sources.join(', ')}` : '',
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function bylineLine({ byline, agency }: ExportedArticle): string {
  return [byline === '' ? '' : `By ${byline}`, agency].filter((part) => part !== '').join('\n\n')
}

function stampLine({ publishedAt, updatedAt }: ExportedArticle, zone: string): string {
  const stamp = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const say = (label: string, at: Date | null) =>
    at ? [`${label}: ${stamp.format(at).replace(' at ', ' ')}`] : []
  return [...say('Published', publishedAt), ...say('Last Updated', updatedAt)].join(' | ')
}
