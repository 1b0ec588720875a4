import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { type EmbeddedCredit, noCredit, readCredit, xmpPacket } from './photo-credit.ts'

const plain = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#456' } })
  .jpeg()
  .toBuffer()

const carrying = async (credit: EmbeddedCredit): Promise<Buffer> =>
  sharp(plain).withXmp(xmpPacket(credit)).jpeg().toBuffer()

const readBack = async (credit: string): Promise<string> =>
  readCredit(await carrying({ ...noCredit, credit })).credit

describe('the credit in a file', () => {
  it('is none where the file says nothing, and none where there is no picture', () => {
    expect(readCredit(plain)).toEqual(noCredit)
    expect(readCredit(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toEqual(
      noCredit,
    )
    expect(readCredit(new Uint8Array())).toEqual(noCredit)
  })

  it('keeps creator, credit and copyright apart', async () => {
    const credit = { creator: 'Imogen Sale', credit: 'Northwire', copyright: '© 2026 Saltmere Press' }
    expect(readCredit(await carrying(credit))).toEqual(credit)
  })

  it.each([
    ['the end of a CDATA section', 'Sale ]]> Courier'],
    ['an opening tag', 'Sale <script>alert(1)</script>'],
    ['an element that would close its own', 'x</photoshop:Credit><dc:rights>mine'],
    ['a reference', 'Sale &amp; Tarrant &#60;Courier&#62; &lol;'],
    ['quotes of both kinds', `Imogen "Immy" Sale's`],
    ['a processing instruction', '<?xpacket end="w"?>'],
    ['a comment', '<!-- Sale -->'],
    ['a doctype', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>&e;'],
    ['letters beyond the first plane', 'Фото: 李 𠮷 🕯️'],
    ['right-to-left letters', 'تصویر: نارتھ وائر'],
  ])('returns %s as it was written', async (_, credit) => {
    expect(await readBack(credit)).toBe(credit)
  })

  it('makes one line of controls and line breaks, since XML cannot carry a control', async () => {
    expect(await readBack('Sale\u0000/\u0007Courier\r\nall\u009Frights\u007F\uFFFE')).toBe(
      'Sale / Courier all rights',
    )
  })

  it('mends half a letter, which UTF-8 cannot carry', async () => {
    expect(await readBack('Sale\uD83D Courier')).toBe('Sale\uFFFD Courier')
  })

  it('never breaks the packet, whatever is written into it', async () => {
    const hostile = fc.array(
      fc.oneof(
        fc.constantFrom(
          ']]>',
          '<',
          '>',
          '&',
          '"',
          "'",
          '&amp;',
          '<?',
          '?>',
          '<!--',
          '-->',
          '/',
          '\u0000',
          '\u000B',
          '\uFFFF',
          '\uD800',
          ' ',
        ),
        fc.string({ unit: 'binary', maxLength: 4 }),
      ),
      { maxLength: 12 },
    )
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (credit, copyright) => {
        // The letters at both ends keep the middle from being trimmed as a whole.
        const given = {
          creator: 'Sale',
          credit: `a${credit.join('')}z`,
          copyright: `a${copyright.join('')}z`,
        }
        const once = readCredit(await carrying(given))
        expect(once.creator).toBe('Sale')
        expect(once.credit).toMatch(/^a.*z$/su)
        expect(once.copyright).toMatch(/^a.*z$/su)
        for (const sign of ['<', '>', '&', '"', "'", ']', '/'])
          expect(once.credit.split(sign)).toHaveLength(given.credit.split(sign).length)
        expect(readCredit(await carrying(once))).toEqual(once)
      }),
      { numRuns: 60 },
    )
  })

  it('stops at 300 characters, so that no file can fill the page with its credit', async () => {
    expect(await readBack('x'.repeat(5000))).toBe('x'.repeat(300))
  })
})
