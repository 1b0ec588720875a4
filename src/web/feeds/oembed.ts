import type { Article, Publication } from '../../newsroom/article.ts'
import { paths } from '../paths.ts'

/** The id in the address of an article of this paper; undefined for any other address. */
export function articleIn(url: string, origin: string): number | undefined {
  if (!URL.canParse(url)) return undefined
  const { origin: asked, pathname } = new URL(url)
  const id = /^\/a\/([1-9]\d{0,8})(?:\/[^/]*)?$/.exec(pathname)?.[1]
  return asked === origin && id !== undefined ? Number(id) : undefined
}

/**
 * oEmbed 1.0 of the type `link`: what another site needs for a preview, and no markup of ours to run there. The thumbnail
 * is the largest that fits; without one that does, none.
 */
export function oembed(
  article: Article,
  paper: Publication,
  at: { origin: string; maxWidth: number; maxHeight: number },
): Record<string, unknown> {
  const { photo } = article
  const heightAt = (width: number) => (photo ? Math.round((width * photo.height) / photo.width) : 0)
  const width = photo?.widths.findLast((one) => one <= at.maxWidth && heightAt(one) <= at.maxHeight)
  return {
    version: '1.0',
    type: 'link',
    title: article.headline,
    author_name: article.byline || article.agency || paper.name,
    provider_name: paper.name,
    provider_url: `${at.origin}/`,
    ...(photo && width !== undefined
      ? {
          thumbnail_url: at.origin + paths.photo(photo, width, 'jpg'),
          thumbnail_width: width,
          thumbnail_height: heightAt(width),
        }
      : {}),
  }
}
