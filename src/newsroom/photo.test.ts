import { crc32, deflateSync } from 'node:zlib'
import ExifReader from 'exifreader'
import sharp, { type Sharp } from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { type DevelopedPhoto, developPhoto, sayPhotoRefusal } from './photo.ts'
import { noCredit, readCredit } from './photo-credit.ts'

/** A plain picture of any size: two colours, so that which way is up can be seen. */
const picture = (width: number, height: number): Sharp =>
  sharp({ create: { width, height, channels: 3, background: '#2c3b5a' } }).composite([
    {
      input: { create: { width, height: Math.ceil(height / 2), channels: 3, background: '#e9c48f' } },
      gravity: 'north',
    },
  ])

/** One IPTC-IIM data set: 0x1C, record, number, length in two bytes, value (IPTC-IIM 4.2, 1.5). */
const dataSet = (record: number, number: number, value: Buffer): Buffer => {
  const head = Buffer.from([0x1c, record, number, 0, 0])
  head.writeUInt16BE(value.length, 3)
  return Buffer.concat([head, value])
}

/** The JPEG with an APP13 segment right behind its start: one Photoshop resource, 0x0404, that holds the data sets. */
const withIptc = (jpeg: Buffer, words: [number: number, value: string][]): Buffer => {
  const utf8 = dataSet(1, 90, Buffer.from('\u001B%G', 'latin1'))
  const iim = Buffer.concat([utf8, ...words.map(([number, value]) => dataSet(2, number, Buffer.from(value)))])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(iim.length)
  const resource = Buffer.concat([
    Buffer.from('8BIM', 'latin1'),
    Buffer.from([0x04, 0x04, 0, 0]),
    length,
    iim,
    Buffer.alloc(iim.length % 2),
  ])
  const payload = Buffer.concat([Buffer.from('Photoshop 3.0\0', 'latin1'), resource])
  const marker = Buffer.from([0xff, 0xed, 0, 0])
  marker.writeUInt16BE(payload.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), marker, payload, jpeg.subarray(2)])
}

/** A PNG that claims a size in its head; its picture data are one byte. */
const claimedPng = (width: number, height: number): Buffer => {
  const chunk = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    const check = Buffer.alloc(4)
    check.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, check])
  }
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0])
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.from([0]))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const developed = async (input: Uint8Array, credit = 'Courier'): Promise<DevelopedPhoto> => {
  const result = await developPhoto(input, { credit })
  if (!result.ok) throw new Error(sayPhotoRefusal(result.refusal))
  return result.value
}

const refusalOf = async (input: Uint8Array): Promise<{ code: string; sentence: string } | undefined> => {
  const result = await developPhoto(input, { credit: 'Courier' })
  return result.ok ? undefined : { code: result.refusal.code, sentence: sayPhotoRefusal(result.refusal) }
}

describe('a press photo with IPTC', () => {
  const rights = { creator: 'Imogen Sale', credit: 'Northwire', copyright: '© 2026 Northwire & Söhne' }
  let photo: DevelopedPhoto
  beforeAll(async () => {
    const jpeg = await picture(1400, 300)
      .jpeg()
      .withExif({
        IFD0: { Artist: 'Imogen Sale', Make: 'Testcam', Model: 'TC-1' },
        IFD2: { BodySerialNumber: '4711-private' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '50/1 3/1 0/1',
          GPSLongitudeRef: 'W',
          GPSLongitude: '5/1 4/1 0/1',
        },
      })
      .toBuffer()
    const input = withIptc(jpeg, [
      [80, rights.creator],
      [110, rights.credit],
      [116, rights.copyright],
    ])
    const tags = ExifReader.load(input, { expanded: true })
    expect(tags.gps?.Latitude, 'the sample says where the camera stood').toBeCloseTo(50.05)
    expect(tags.exif?.Make?.description).toBe('Testcam')
    photo = await developed(input, 'Somebody else')
  })

  it('says whose it is before anything is made of it', () => {
    expect(photo.embedded).toEqual(rights)
  })

  it('says so still in all nine renditions: AVIF, WebP and JPEG at three widths', () => {
    expect(photo.renditions.map(({ width, format }) => `${width} ${format}`)).toEqual(
      [480, 800, 1280].flatMap((width) => ['avif', 'webp', 'jpg'].map((format) => `${width} ${format}`)),
    )
    for (const { width, format, bytes } of photo.renditions)
      expect(readCredit(bytes), `${width} ${format}`).toEqual(rights)
  })

  it('says nowhere any more where the camera stood, nor which camera it was', async () => {
    for (const { format, bytes } of photo.renditions) {
      const { exif, iptc } = await sharp(bytes).metadata()
      expect(exif, format).toBeUndefined()
      expect(iptc, format).toBeUndefined()
      expect(ExifReader.load(bytes, { expanded: true }).gps, format).toBeUndefined()
      expect(bytes.includes('Testcam'), format).toBe(false)
      expect(bytes.includes('4711-private'), format).toBe(false)
    }
  })

  it('is each rendition in the format and at the width it is served as', async () => {
    for (const { width, format, bytes } of photo.renditions) {
      const metadata = await sharp(bytes).metadata()
      expect(metadata.width).toBe(width)
      expect(metadata.mediaType).toBe({ avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' }[format])
    }
  })
})

describe('a photo without a word on whose it is', () => {
  it('carries the credit given with it, in every format', async () => {
    const photo = await developed(await picture(480, 100).png().toBuffer(), 'Handout <"Harbour & Co."> ]]>')
    expect(photo.embedded).toEqual(noCredit)
    for (const { format, bytes } of photo.renditions)
      expect(readCredit(bytes), format).toEqual({ ...noCredit, credit: 'Handout <"Harbour & Co."> ]]>' })
  })

  it('is given no credit beside its maker’s own', async () => {
    const jpeg = await picture(480, 100).jpeg().toBuffer()
    const photo = await developed(withIptc(jpeg, [[80, 'Imogen Sale']]), 'Somebody else')
    for (const { format, bytes } of photo.renditions)
      expect(readCredit(bytes), format).toEqual({ ...noCredit, creator: 'Imogen Sale' })
  })

  it('gets a new address when its credit changes, and the same for the same file', async () => {
    const input = await picture(480, 100).jpeg().toBuffer()
    const [one, again, other] = [
      await developed(input, 'Courier'),
      await developed(input, 'Courier'),
      await developed(input, 'Northwire'),
    ]
    expect(again.version).toBe(one.version)
    expect(other.version).not.toBe(one.version)
  })
})

describe('sizes', () => {
  it.each([
    [480, [480]],
    [481, [480, 481]],
    [800, [480, 800]],
    [1000, [480, 800, 1000]],
    [1281, [480, 800, 1280]],
  ])('of a photo %i wide are %j: never enlarged', async (width, widths) => {
    const photo = await developed(await picture(width, 100).jpeg().toBuffer())
    expect([...new Set(photo.renditions.map((rendition) => rendition.width))]).toEqual(widths)
    for (const { bytes, width: said } of photo.renditions)
      expect((await sharp(bytes).metadata()).width).toBe(said)
  })

  it('are declared as the largest rendition has them, so that nothing shifts', async () => {
    const photo = await developed(await picture(1400, 211).jpeg().toBuffer())
    const largest = photo.renditions.filter(({ width }) => width === 1280)
    expect(largest).toHaveLength(3)
    for (const { bytes } of largest) {
      const { width, height } = await sharp(bytes).metadata()
      expect({ width, height }).toEqual({ width: photo.width, height: photo.height })
    }
  })

  it('of a photo taken with the camera on its side are those of the picture upright', async () => {
    const sideways = await picture(1000, 500).jpeg().withMetadata({ orientation: 6 }).toBuffer()
    const photo = await developed(sideways)
    expect([photo.width, photo.height]).toEqual([500, 1000])
    for (const { format, bytes } of photo.renditions) {
      const { width, height, orientation } = await sharp(bytes).metadata()
      expect(orientation, format).toBeUndefined()
      expect(height, format).toBe(width * 2)
      // Orientation 6 is turned a quarter clockwise: the bright upper half comes to lie on the right.
      const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
      const red = (x: number): number => data[(Math.floor(height / 2) * width + x) * info.channels] ?? 0
      expect(red(width - 20), format).toBeGreaterThan(red(20) + 100)
    }
  })
})

describe('refused, with a sentence for whoever brought it', () => {
  const jpeg = picture(640, 400).jpeg().toBuffer()
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"><script>alert(1)</script></svg>'

  it.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
    ['an SVG, which can carry script', () => Buffer.from(svg)],
    ['an SVG behind a byte order mark and a comment', () => Buffer.from(`\uFEFF<!-- jpeg -->\n${svg}`)],
    ['a GIF', () => picture(640, 400).gif().toBuffer()],
    ['a TIFF', () => picture(640, 400).tiff().toBuffer()],
    ['plain text', () => Buffer.from('The harbour board voted seven to two.\n'.repeat(50))],
    ['nothing at all', () => new Uint8Array()],
    ['zeros', () => new Uint8Array(5000)],
  ])('%s is no picture that the page serves', async (_, input) => {
    expect(await refusalOf(await input())).toEqual({
      code: 'photo_wrong_type',
      sentence: 'This is no JPEG, PNG, WebP or AVIF picture.',
    })
  })

  it.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
    ['a JPEG cut off in the middle', async () => (await jpeg).subarray(0, (await jpeg).length / 2)],
    ['a JPEG of its first twelve bytes', async () => (await jpeg).subarray(0, 12)],
    ['a PNG with the head of a picture and no body', () => claimedPng(640, 400)],
  ])('%s is damaged', async (_, input) => {
    expect(await refusalOf(await input())).toEqual({
      code: 'photo_broken',
      sentence: 'The picture’s file is damaged and cannot be opened.',
    })
  })

  it.each([1, 100, 479])(
    'a picture of %i pixels’ width is too small, and the sentence says how many are needed',
    async (width) => {
      const refusal = await refusalOf(await picture(width, width).png().toBuffer())
      expect(refusal?.code).toBe('photo_too_small')
      expect(refusal?.sentence).toContain(`only ${width} pixels wide; 480 are needed`)
    },
  )

  it('a file of a hundred bytes that unfolds to 3.6 gigapixels is told by its head and never opened', async () => {
    const input = claimedPng(60_000, 60_000)
    expect(input.length).toBeLessThan(100)
    const refusal = await refusalOf(input)
    expect(refusal?.code).toBe('photo_too_many_pixels')
    expect(refusal?.sentence).toContain('more than 40 megapixels')
  })

  it('40 megapixels are not too many: the line lies exactly there', async () => {
    expect((await refusalOf(claimedPng(8000, 5000)))?.code).toBe('photo_broken')
    expect((await refusalOf(claimedPng(8000, 5001)))?.code).toBe('photo_too_many_pixels')
  })

  it('a file beyond 20 MB is too large, whatever is in it', async () => {
    const refusal = await refusalOf(new Uint8Array(20_000_001))
    expect(refusal).toEqual({
      code: 'photo_too_large',
      sentence: "The picture's file is larger than 20 MB.",
    })
  })
})
