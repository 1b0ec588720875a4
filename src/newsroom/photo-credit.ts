import ExifReader from 'exifreader'

/** Whose picture it is, as its maker wrote into the file (IPTC Photo Metadata Standard). */
export type EmbeddedCredit = { creator: string; credit: string; copyright: string }

export const noCredit: EmbeddedCredit = { creator: '', credit: '', copyright: '' }

/** From IPTC-IIM (2:80 by-line, 2:110 credit, 2:116 copyright), XMP or EXIF; unreadable metadata reads as none. */
export function readCredit(image: Uint8Array): EmbeddedCredit {
  try {
    const tags = ExifReader.load(Buffer.from(image), { expanded: true })
    const iptc = tags.iptc as Record<string, { description?: unknown }> | undefined
    const xmp = tags.xmp as Record<string, { description?: unknown } | string> | undefined
    // Cameras write their owner here.
    const exif = tags.exif as Record<string, unknown> | undefined
    const word = (group: Record<string, unknown> | undefined, ...names: string[]): string => {
      for (const name of names) {
        const tag = group?.[name] as { description?: unknown } | undefined
        if (typeof tag?.description === 'string' && tag.description.trim() !== '')
          return cleanCredit(tag.description)
      }
      return ''
    }
    return {
      creator: word(iptc, 'By-line') || word(xmp, 'creator') || word(exif, 'Artist'),
      credit: word(iptc, 'Credit') || word(xmp, 'Credit'),
      copyright: word(iptc, 'Copyright Notice') || word(xmp, 'rights') || word(exif, 'Copyright'),
    }
  } catch {
    return noCredit
  }
}

/** One line of printable text. Control characters are not allowed in XML at all. */
const cleanCredit = (text: string): string =>
  text
    .replace(/[\u0000-\u001F\u007F-\u009F\uFFFE\uFFFF]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300)
    .toWellFormed()

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}
const xml = (text: string): string => cleanCredit(text).replace(/[&<>"']/g, (c) => entities[c] as string)

/** An XMP packet (ISO 16684-1) with the rights alone: WebP and AVIF carry it where IPTC is dropped. */
export function xmpPacket(credit: EmbeddedCredit): string {
  const parts = [
    credit.creator && `<dc:creator><rdf:Seq><rdf:li>${xml(credit.creator)}</rdf:li></rdf:Seq></dc:creator>`,
    credit.copyright &&
      `<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">${xml(credit.copyright)}</rdf:li></rdf:Alt></dc:rights>`,
    credit.credit && `<photoshop:Credit>${xml(credit.credit)}</photoshop:Credit>`,
  ].filter((part) => part !== '')
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">${parts.join('')}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`
}
