import { createHash } from 'node:crypto'
import sharp, { type Metadata } from 'sharp'
import { ok, type Result, refused } from '../lib/result.ts'
import { type EmbeddedCredit, readCredit, xmpPacket } from './photo-credit.ts'

export type PhotoFormat = 'avif' | 'webp' | 'jpg'
export type Rendition = { width: number; height: number; format: PhotoFormat; bytes: Buffer }

export type DevelopedPhoto = {
  /** Of the largest rendition, as the page declares them so that nothing shifts. */
  width: number
  height: number
  /** Changes with the picture or its credit. */
  version: string
  /** What the file said before, kept in every rendition. */
  embedded: EmbeddedCredit
  renditions: Rendition[]
}

export type PhotoRefusal =
  | { code: 'photo_too_large'; megabytes: number }
  | { code: 'photo_too_many_pixels'; megapixels: number }
  | { code: 'photo_too_small'; width: number }
  | { code: 'photo_wrong_type' }
  | { code: 'photo_broken' }

export const sayPhotoRefusal = (refusal: PhotoRefusal): string => {
  switch (refusal.code) {
    case 'photo_too_large':
      return `The picture's file is larger than ${refusal.megabytes} MB.`
    case 'photo_too_many_pixels':
      return `The picture has more than ${refusal.megapixels} megapixels: please make it smaller first.`
    case 'photo_too_small':
      return `The picture is only ${refusal.width} pixels wide; ${NARROWEST} are needed.`
    case 'photo_wrong_type':
      return 'This is no JPEG, PNG, WebP or AVIF picture.'
    case 'photo_broken':
      return 'The picture’s file is damaged and cannot be opened.'
  }
}

const LARGEST_MB = 20
/** A small file can unfold to gigabytes of pixels; beyond this it is not opened at all. */
const MOST_MEGAPIXELS = 40
const NARROWEST = 480
const WIDTHS = [480, 800, 1280]
const accepted = new Set(['jpeg', 'png', 'webp', 'heif'])

/**
 * From a file to what the page serves. The type is told by content, never by name; SVG is refused, since it can carry
 * script. Where the camera stood (GPS) and all else private is dropped; the rights stay in every rendition, as XMP
 * where the format knows no IPTC.
 */
export async function developPhoto(
  input: Uint8Array,
  given: { credit: string },
): Promise<Result<DevelopedPhoto, PhotoRefusal>> {
  if (input.length > LARGEST_MB * 1_000_000)
    return refused({ code: 'photo_too_large', megabytes: LARGEST_MB })
  const opened = await inspect(input)
  if (!opened.ok) return opened
  const embedded = readCredit(input)
  const credit =
    embedded.credit || embedded.creator || embedded.copyright
      ? embedded
      : { ...embedded, credit: given.credit }
  const widths = [...new Set(WIDTHS.map((width) => Math.min(width, opened.value.width)))]
  try {
    const renditions: Rendition[] = []
    // One after the other: each already uses every core, and two at once only double the memory.
    for (const width of widths)
      for (const format of ['avif', 'webp', 'jpg'] as const)
        renditions.push(await render(input, width, format, credit))
    const largest = renditions.at(-1) as Rendition
    const version = createHash('sha256')
      .update(input)
      .update(JSON.stringify(credit))
      .digest('hex')
      .slice(0, 12)
    return ok({ width: largest.width, height: largest.height, version, embedded, renditions })
  } catch {
    return refused({ code: 'photo_broken' })
  }
}

const options = { limitInputPixels: MOST_MEGAPIXELS * 1_000_000, failOn: 'error' } as const

async function inspect(input: Uint8Array): Promise<Result<{ width: number }, PhotoRefusal>> {
  let metadata: Metadata
  try {
    metadata = await sharp(input, { ...options, limitInputPixels: false }).metadata()
  } catch {
    return refused({ code: looksLikePicture(input) ? 'photo_broken' : 'photo_wrong_type' })
  }
  if (!accepted.has(metadata.format)) return refused({ code: 'photo_wrong_type' })
  const { autoOrient } = metadata
  if (autoOrient.width * autoOrient.height > MOST_MEGAPIXELS * 1_000_000)
    return refused({ code: 'photo_too_many_pixels', megapixels: MOST_MEGAPIXELS })
  if (autoOrient.width < NARROWEST) return refused({ code: 'photo_too_small', width: autoOrient.width })
  return ok({ width: autoOrient.width })
}

const looksLikePicture = (input: Uint8Array): boolean =>
  (input[0] === 0xff && input[1] === 0xd8) || (input[0] === 0x89 && input[1] === 0x50)

async function render(
  input: Uint8Array,
  width: number,
  format: PhotoFormat,
  credit: EmbeddedCredit,
): Promise<Rendition> {
  const image = sharp(input, options)
    .autoOrient()
    .resize({ width, withoutEnlargement: true })
    .withXmp(xmpPacket(credit))
  const encoded =
    format === 'avif'
      ? image.avif({ quality: 50, effort: 4 })
      : format === 'webp'
        ? image.webp({ quality: 74 })
        : image.jpeg({ quality: 78, mozjpeg: true })
  const { data, info } = await encoded.toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, format, bytes: data }
}
