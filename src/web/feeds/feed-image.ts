import type { Photo } from '../../newsroom/article.ts'
import { paths } from '../paths.ts'

export type FeedImage = {
  url: string
  width: number
  height: number
  caption: string
  credit: string
  alt: string
}

/** The largest JPEG: not every reader of feeds knows newer formats. */
export const imageOf = (photo: Photo, origin: string): FeedImage => ({
  url: origin + paths.photo(photo, photo.widths.at(-1) ?? photo.width, 'jpg'),
  width: photo.width,
  height: photo.height,
  caption: photo.caption,
  credit: photo.credit,
  alt: photo.alt,
})
