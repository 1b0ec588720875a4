import sharp from 'sharp'
import { xmpPacket } from '../photo-credit.ts'
import { ferry, light, meadow, quay } from './sea-drawings.ts'
import { gull, hall, library, market } from './town-drawings.ts'

/** Own drawings that stand in for photographs, as SVG of 1600 × 900; drawn when asked for, since only the demo does. */
export const drawings = {
  quay,
  ferry,
  light,
  meadow,
  hall,
  market,
  library,
  gull,
} as const satisfies Record<string, () => string>

export type DrawingKey = keyof typeof drawings

/** As a photographer would hand it in: a JPEG that says whose picture it is. */
export const drawingJpeg = (key: DrawingKey, credit: string): Promise<Buffer> =>
  sharp(Buffer.from(drawings[key]()))
    .withXmp(xmpPacket({ creator: '', credit, copyright: `© ${credit}` }))
    .jpeg({ quality: 90 })
    .toBuffer()
