import { describe, expect, it } from 'vitest'
import { bylineOf } from './byline.ts'
import { citedAgencies } from './cited.ts'
import { splitCredit } from './credit.ts'
import { datelineOf } from './dateline.ts'
import { furnitureReason, shareNamesIn } from './furniture.ts'
import { guessLanguage } from './language.ts'
import { beginsPolicy, policySentences } from './policy-text.ts'

describe('a photo credit', () => {
  it.each([
    ['The quay at dusk. (Photo | AP)', 'The quay at dusk.', 'AP'],
    ['The quay. (File Photo | Northwire)', 'The quay.', 'Northwire'],
    ['The quay (in 2019). (Photo: Ines Okoro/Courier)', 'The quay (in 2019).', 'Ines Okoro/Courier'],
    ['The quay. (Photo by Ines Okoro).', 'The quay.', 'Ines Okoro'],
    ['The quay. (AP Photo/Nell Ashby)', 'The quay.', 'AP Photo/Nell Ashby'],
    ['The quay. (Express Illustration | J. Weir)', 'The quay.', 'J. Weir'],
    ['(Photo | AP)', '', 'AP'],
    ['גשר. (צילום: נעמה)', 'גשר.', 'נעמה'],
  ])('is split off: %s', (line, caption, credit) => {
    expect(splitCredit(line)).toMatchObject({ caption, credit })
  })

  it.each([
    'The board met for the first time (in 2019)',
    'She left the council (and the party).',
    'The quay. (File photo)',
    'The quay. (Photo | )',
    'The quay (Photo | AP) at dusk',
    'Photo | AP)',
  ])('is not seen where there is none: %s', (line) => {
    expect(splitCredit(line)).toBeUndefined()
  })
})

describe('a dateline', () => {
  it.each([
    ['KYIV: The board met.', 'KYIV', '', 'The board met.'],
    ['NEW DELHI: The board met.', 'NEW DELHI', '', 'The board met.'],
    ['NEW DELHI, India (AP) — The board met.', 'NEW DELHI, India', 'AP', 'The board met.'],
    ['SALTMERE (Northwire) - The board met.', 'SALTMERE', 'Northwire', 'The board met.'],
    ['ST. IVES -- The board met.', 'ST. IVES', '', 'The board met.'],
    ['SALTMERE, Nov. 14: The board met.', 'SALTMERE', '', 'The board met.'],
    ['THE HAGUE: The court met.', 'THE HAGUE', '', 'The court met.'],
    ['MÜNCHEN – Der Rat tagte.', 'MÜNCHEN', '', 'Der Rat tagte.'],
  ])('is a place in capitals: %s', (text, place, agency, rest) => {
    const found = datelineOf(text)
    expect(found).toMatchObject({ place, agency })
    expect(found?.confidence).toBeGreaterThanOrEqual(0.8)
    expect(text.slice(found?.length)).toBe(rest)
  })

  it.each([
    'WARNING: The tide turns at noon.',
    'NASA: The launch is off.',
    'COVID-19: The hall is closed.',
    'UK: The vote is on.',
    'THE VERDICT: She may stay.',
    'LONDON-based firms met.',
    'SALTMERE met the board.',
    'Saltmere: The board met.',
    'SALTMERE:',
    '"SALTMERE: they said',
  ])('is no word that only looks like one: %s', (text) => {
    expect(datelineOf(text)).toBeUndefined()
  })

  it('is only likely where the script has no capitals, and where three capitals may be an acronym', () => {
    expect(datelineOf('سالٹ میئر: بورڈ نے فیصلہ کیا۔')).toMatchObject({ place: 'سالٹ میئر', confidence: 0.6 })
    expect(datelineOf('ELY: The board met.')).toMatchObject({ place: 'ELY', confidence: 0.5 })
  })
})

describe('a byline', () => {
  it.each([
    ['By Nell Ashby', 'Nell Ashby', ''],
    ['BY NELL ASHBY', 'NELL ASHBY', ''],
    ['By Nell Ashby and Jonas van der Weir', 'Nell Ashby and Jonas van der Weir', ''],
    ['By Express News Service', 'Express News Service', ''],
    ['By Associated Press', '', 'Associated Press'],
    ['PTI', '', 'PTI'],
    ['Source: Northwire', '', 'Northwire'],
    ['מאת: נעמה כהן', 'נעמה כהן', ''],
  ])('is taken from %s', (line, byline, agency) => {
    expect(bylineOf(line)).toMatchObject({ byline, agency })
  })

  it.each([
    'By spring, said the board',
    'By Spring',
    'By Monday',
    'By the river Nell Ashby met him',
    'By Nell Ashby, who lives on the quay, and others.',
    'Bystanders Nell Ashby',
  ])('is not taken from %s', (line) => {
    expect(bylineOf(line)).toBeUndefined()
  })
})

describe('the agencies that a story cites', () => {
  const names = (text: string) => citedAgencies(text).map(({ name }) => name)

  it.each([
    ['In remarks carried by the state-run Skerry news agency, Penrose said', ['Skerry']],
    ['told the Northwire news agency Monday', ['Northwire']],
    ['Russian news agency Interfax reported', ['Interfax']],
    ["Norway's Havn news agency", ['Havn']],
    ['The Skerry news agency said; Skerry news agency said again', ['Skerry']],
    ['the news agencies Skerry, Havn and Northwire agree', ['Skerry', 'Havn', 'Northwire']],
    ['(With inputs from PTI and ANI)', ['PTI', 'ANI']],
    ['she said, according to Reuters.', ['Reuters']],
    ['AFP reported that', ['AFP']],
    ['ونقلت وكالة نورثواير عن المجلس', ['نورثواير']],
  ])('are named: %s', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })

  it.each([
    'She runs a news agency, Penrose said.',
    'A Russian news agency said so.',
    'The news agency said so.',
    'He was born in Guntur (AP) and told nobody',
    'according to the board',
  ])('are not made up: %s', (text) => {
    expect(names(text)).toEqual([])
  })

  it('are found where they stand', () => {
    const text = 'The Havn office told the Havn news agency that Reuters reported it.'
    for (const { name, start, end } of citedAgencies(text)) expect(text.slice(start, end)).toBe(name)
    expect(citedAgencies(text).map(({ start }) => start)).toEqual([25, 47])
  })
})

describe('what belongs to the page and not to the story', () => {
  it.each([
    ['A+A-', 'text-size control'],
    ['| A- A A+ |', 'text-size control'],
    ['Advertisement', 'advertisement mark'],
    ['TAGS: ferry, harbour', 'tags or links to other stories'],
    ['Also read: The quay reopens', 'tags or links to other stories'],
    [
      'Stay up to date on all the latest news with the Courier App. Download now',
      'promotion of the old site',
    ],
    ['Home > World > Europe', 'trail of the old site'],
    ['12 Comments', 'counter of the old page'],
  ])('is left out with its reason: %s', (text, why) => {
    expect(furnitureReason(text)).toBe(why)
  })

  it.each([
    'Related charges were dropped on Monday.',
    'Follow the money, the board was told.',
    'Tag teams of wardens will walk the quay.',
    'Subscribers to the ferry pay by the month.',
    'Advertisement rates rise',
    'A',
    'Home is where the quay is',
  ])('is not taken for it: %s', (text) => {
    expect(furnitureReason(text)).toBeUndefined()
  })

  it('is a share row only when the whole line is known names', () => {
    expect(shareNamesIn('flipboard facebook twitter whatsapp')).toEqual([
      'flipboard',
      'facebook',
      'twitter',
      'whatsapp',
    ])
    expect(shareNamesIn('Share: Facebook | WhatsApp | Copy link')).toEqual(['facebook', 'whatsapp'])
    expect(shareNamesIn('facebook twitter and the law')).toBeUndefined()
    expect(shareNamesIn('')).toBeUndefined()
  })

  it('is the policy from its label on, sentence by sentence', () => {
    expect(beginsPolicy('Disclaimer : We read every letter.')).toBe(true)
    expect(beginsPolicy('The views expressed in comments are theirs.')).toBe(true)
    expect(beginsPolicy('Disclaimers were read out: none held.')).toBe(false)
    expect(policySentences('Disclaimer : We read e.g. every one! Be kind? “Yes.” No links')).toEqual([
      'We read e.g.',
      'every one!',
      'Be kind?',
      '“Yes.”',
      'No links',
    ])
  })
})

describe('the language of a page', () => {
  it.each([
    ['The ferry sails', 'en-GB', 'en-GB', 'ltr'],
    ['The ferry sails', 'ur', 'en', 'ltr'],
    ['سالٹ میئر کی بندرگاہ', 'en', 'ur', 'rtl'],
    ['مكتبة البلدة', 'en', 'ar', 'rtl'],
    ['مكتبة البلدة', 'ur-PK', 'ur-PK', 'rtl'],
    ['המאפייה על הרציף', 'en', 'he', 'rtl'],
    ['Паром пойдёт', 'en', 'ru', 'ltr'],
    ['1234', 'he', 'he', 'rtl'],
    ['WHO والمجلس البلدي', 'en', 'ar', 'rtl'],
  ])('is told by script: %s in a paper in %s', (text, expected, language, direction) => {
    expect(guessLanguage(text, expected)).toEqual({ language, direction })
  })
})
