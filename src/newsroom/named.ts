import { namedIn } from '../triage/named.ts'
import type { Article } from './article.ts'

/** Where an article may name somebody, whether it is one already or still a draft. */
export type NamingArticle = Pick<Article, 'language' | 'headline' | 'standfirst' | 'blocks' | 'sources'> & {
  photo: { caption: string } | null
}

/** Who and what an article is about, as comments under it are read: at most `MOST_NAMED` names. */
export const namesInArticle = ({ blocks, photo, ...article }: NamingArticle): string[] =>
  namedIn({
    ...article,
    caption: photo?.caption ?? '',
    paragraphs: blocks.map(({ text }) => text),
    speakers: blocks.flatMap((block) => (block.kind === 'quote' && block.speaker ? [block.speaker] : [])),
  })
