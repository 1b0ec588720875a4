import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedFields, readPaper, readSection } from './paper.ts'

const typed = {
  name: 'The Saltmere Courier',
  short: 'the Courier',
  group: 'Saltmere Press',
  entities: 'Saltmere Radio\r\n\r\n Saltmere  Print Works \r\nSaltmere Radio',
  language: 'en-gb',
  zone: 'Europe/London',
  contact: ' desk@courier.example ',
}

describe('what a paper says of itself', () => {
  it('is read as typed, tidied', () => {
    const read = readPaper(typed)
    expect(read.ok && read.value).toMatchObject({
      entities: ['Saltmere Radio', 'Saltmere Print Works'],
      language: 'en-GB',
      contact: 'desk@courier.example',
    })
  })

  it.each([
    [{ name: ' \u200b ' }, 'name'],
    [{ short: '' }, 'short'],
    [{ group: 'x'.repeat(121) }, 'group'],
    [{ entities: Array.from({ length: 41 }, (_, n) => `House ${n}`).join('\n') }, 'entities'],
    [{ language: 'English, mostly' }, 'language'],
    [{ zone: 'Saltmere/Quay' }, 'zone'],
    [{ contact: 'desk@courier.example, ghost@courier.example' }, 'contact'],
    [{ contact: 'desk' }, 'contact'],
  ])('%j is refused at its field', (over, field) => {
    const read = readPaper({ ...typed, ...over })
    expect(read).toMatchObject({ ok: false, refusal: { code: 'paper_malformed', field } })
  })

  it('never throws, and never keeps a line break or a control', () => {
    const words = fc.string({ unit: 'binary', maxLength: 200 })
    fc.assert(
      fc.property(words, words, words, words, (name, entities, language, contact) => {
        const read = readPaper({ ...typed, name, entities, language, contact })
        if (read.ok)
          for (const text of [read.value.name, read.value.contact, ...read.value.entities])
            expect(text).not.toMatch(/[\u0000-\u001f\u007f]/)
      }),
    )
  })

  it('is told apart field by field, without its words', () => {
    const read = readPaper(typed)
    if (!read.ok) throw new Error('the sample reads')
    expect(changedFields(read.value, { ...read.value, zone: 'UTC', entities: [] })).toEqual([
      'entities',
      'zone',
    ])
    expect(changedFields(read.value, { ...read.value })).toEqual([])
  })
})

it.each(['Harbour', '../desk', 'a b', '', '-town', 'ä', 'x'.repeat(41)])(
  'a section is not found under the address “%s”',
  (slug) => {
    expect(readSection({ slug, name: 'Harbour' }).ok).toBe(false)
  },
)
