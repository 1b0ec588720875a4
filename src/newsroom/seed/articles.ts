import { after, hours } from '../../lib/clock.ts'
import type { Block, CommentMode } from '../article.ts'
import type { Draft } from '../draft.ts'
import type { DrawingKey } from './drawings.ts'

export type SeedArticle = {
  key: string
  section: string
  draft: Draft
  drawing: { key: DrawingKey; alt: string } | null
  commentMode: CommentMode | null
}

type Told = {
  key: string
  section: string
  hoursAgo: number
  updatedHoursAgo?: number
  headline: string
  standfirst: string
  byline?: string
  agency?: string
  dateline?: string
  language?: string
  story: string
  sources?: string[]
  photo?: { drawing: DrawingKey; alt: string; caption: string; credit: string }
  commentMode?: CommentMode
}

/** Quotation marks and apostrophes as a newspaper sets them. */
const typographic = (text: string): string => text.replace(/"([^"]*)"/g, '“$1”').replace(/(\p{L})'/gu, '$1’')

/** Paragraphs, with `## ` before a subhead and `> ` before a quote. */
const blocksOf = (story: string): Block[] =>
  story
    .trim()
    .split(/\n\s*\n/)
    .map((part) => typographic(part.replace(/\s+/g, ' ').trim()))
    .map((part) =>
      part.startsWith('## ')
        ? { kind: 'subhead', text: part.slice(3) }
        : part.startsWith('> ')
          ? { kind: 'quote', text: part.slice(2) }
          : { kind: 'paragraph', text: part },
    )

const told: Told[] = [
  {
    key: 'quay',
    section: 'harbour',
    hoursAgo: 20,
    updatedHoursAgo: 9,
    headline: 'Harbour board votes to reopen the east quay by spring',
    standfirst:
      'Engineers say the wall will bear lorries again; fishing crews ask who pays when it does not.',
    byline: 'Nell Ashby',
    dateline: 'SALTMERE',
    sources: ['Northwire'],
    photo: {
      drawing: 'quay',
      alt: 'A crane over a quay at dusk, two boats at the wall',
      caption: 'The east quay on Saturday evening. The wall has been closed to lorries for two years.',
      credit: 'Courier',
    },
    story: `The harbour board voted seven to two on Saturday to reopen the east quay to lorries by the end of March, two years after a crack in the wall put four boats and a fish hall out of work.

The board's engineer, Tom Varga, told members that new anchors had been driven eleven metres into the rock, and that loads would be limited to twelve tonnes until the summer.

> If it moves a millimetre, we close it the same day.

The regional agency Northwire reported that insurers had asked for a second survey before the first lorry crosses. Mr Varga confirmed that one had been ordered.

## Who carries the risk

Crews welcomed the vote but asked who would carry the cost of a second closure. The board's insurance does not cover loss of trade, and the fund that paid out in the first winter has been empty since June.

Two members voted against. One of them, Hester Quill, said she would have voted for any plan that named a sum. "We are asked to trust a wall," she said. "I should like to trust a cheque."

The ice house will be rewired before Christmas. The fish hall expects to hire nine people again.`,
  },
  {
    key: 'library',
    section: 'town',
    hoursAgo: 30,
    headline: 'The library will lend tools, tents and a telescope',
    standfirst:
      'A room that held the newspapers of a century now holds drills. The newspapers have moved upstairs.',
    byline: 'Owen Tarrant',
    dateline: 'SALTMERE',
    photo: {
      drawing: 'library',
      alt: 'Shelves of coloured books and a lamp on a reading table',
      caption: 'The reading room. Upstairs, the bound volumes of this newspaper have found a drier place.',
      credit: 'Courier',
    },
    story: `From Monday a library card will borrow more than books. The town library has opened a lending room with two hundred things that most households need twice a year and store for the rest of it.

The list was made by asking borrowers what they had last bought and regretted. A hedge trimmer came first, a fondue set second.

The librarian, Ruth Amadi, said the room had cost less than one year of the journals that nobody had opened since 2011. "A town of eight thousand people does not need eight hundred drills," she said.

Loans are for a week. The telescope, given by the estate of a retired schoolteacher, may be kept for a fortnight "in case of cloud".`,
  },
  {
    key: 'ferry',
    section: 'harbour',
    hoursAgo: 44,
    headline: 'Ferry timetable to be cut for the third winter running',
    standfirst: 'The last boat will leave the island at ten past six. The school concert begins at seven.',
    byline: 'Nell Ashby',
    dateline: 'SALTMERE',
    photo: {
      drawing: 'ferry',
      alt: 'A white ferry with a red funnel crossing grey water',
      caption: 'The Merganser on the noon crossing. She is forty-one years old.',
      credit: 'Courier',
    },
    story: `Islanders will lose their evening boat from the first Monday in December, the ferry company said, because it cannot find a second crew with the papers to sail after dark.

The company carried fewer passengers last winter than in any year since the war, a spokeswoman said, and "could not in honesty call it a surprise".

The island's council called the cut a siege by spreadsheet. It has offered to house a crew free of rent.

Children who play in Thursday's school concert will be taken home by the lifeboat, which described the trip as an exercise.`,
  },
  {
    key: 'hall',
    section: 'town',
    hoursAgo: 54,
    headline: 'Town hall clock to strike again, at a volume to be agreed',
    standfirst:
      'Silent since a lightning strike in August, the bell divides the square into those who sleep and those who set their watches.',
    byline: 'Owen Tarrant',
    dateline: 'SALTMERE',
    photo: {
      drawing: 'hall',
      alt: 'A town hall with a clock in its gable, three people on the steps',
      caption: 'Twenty past four, as it has been since August.',
      credit: 'Courier',
    },
    story: `The council has found the money to mend the town hall clock, and has asked residents how loudly they would like to be told the time.

The old mechanism struck the hours at eighty-one decibels on the steps of the bakery, according to a measurement that the baker made himself and submitted with photographs.

A survey runs until Friday. Of the first two hundred answers, ninety ask for the bell as it was, eighty-eight ask for it never, and twenty-two ask for it to stop at ten.

The clockmaker, who is seventy-nine, said that all three could be had. "It is only a matter of felt," he said.`,
  },
  {
    key: 'strait',
    section: 'world',
    hoursAgo: 26,
    headline: 'Neighbours agree to share the strait’s warning buoys',
    standfirst:
      'After nine years of talks two coast guards will read each other’s instruments, and nothing else.',
    agency: 'Northwire',
    dateline: 'PORT ELLERY',
    sources: ['Northwire'],
    photo: {
      drawing: 'light',
      alt: 'A lighthouse with red bands sends its beam over a dark sea',
      caption: 'The light at Ellery Point, from which the first shared signal was sent.',
      credit: 'Northwire',
    },
    story: `Two governments that have not exchanged ambassadors for nine years agreed on Friday to share readings from forty warning buoys in the strait between them.

The agreement runs to a page and a half. It names wave height, wind and temperature, and says that no other subject was discussed.

Captains on both sides had shared the figures by radio for years, the agency found, in a code based on football scores.

The first exchange took place at noon. Both sides reported a height of one metre twenty.`,
  },
  {
    key: 'market',
    section: 'town',
    hoursAgo: 75,
    headline: 'Saturday market gains four stalls and a quarrel about plums',
    standfirst: 'What may be sold as local is a question of miles, weather and one word in a by-law of 1934.',
    byline: 'Imogen Sale',
    dateline: 'SALTMERE',
    photo: {
      drawing: 'market',
      alt: 'Two market stalls with striped awnings, fish on one and fruit on the other',
      caption: 'Plums on the left bank of the square, fish on the right, as the by-law has it.',
      credit: 'Courier',
    },
    story: `Four new stalls open on the square this Saturday, the first since the market was moved out of the rain in 2018. One of them will sell plums grown eleven miles away, and that is one mile too many for its neighbour.

The by-law speaks of produce "of the parish and its surrounds". The word surrounds has never been measured.

The council's clerk has promised an opinion by spring, when there will be no plums.`,
  },
  {
    key: 'urdu',
    section: 'world',
    hoursAgo: 80,
    headline: 'بندرگاہ پر نیا کتب خانہ کھل گیا',
    standfirst: 'شہر کے پرانے گودام میں اب بچوں کے لیے کتابیں ہیں۔',
    agency: 'Northwire',
    dateline: 'کراچی',
    language: 'ur',
    story: `شہر کی پرانی بندرگاہ کے ایک گودام میں پیر کے دن ایک نیا کتب خانہ کھولا گیا۔

منتظمین نے کہا کہ یہاں ہر روز بچے مفت کتابیں پڑھ سکیں گے۔

کتب خانے میں چار ہزار کتابیں ہیں اور شام تک کھلا رہے گا۔`,
  },
  {
    key: 'letters',
    section: 'letters',
    hoursAgo: 98,
    headline: 'From our postbag: the gull that learned to ring the bell',
    standfirst:
      'Eleven readers write about one bird. Comments under this page are closed; the bird has had enough.',
    byline: 'The letters desk',
    commentMode: 'closed',
    story: `Nothing we have printed this year has brought as many letters as our note about the gull at the harbour office, which pulls the visitors' bell and waits.

Mrs Parfitt of Ferry Lane writes that her late husband taught it, with herring, in the summer of 2019. Mr Haddad writes that it is three different gulls.

We print both, and consider the matter open.`,
  },
]

/** The paper's last four days, seen from `now`. */
export function seedArticles(now: Date): SeedArticle[] {
  return told.map((article) => ({
    key: article.key,
    section: article.section,
    commentMode: article.commentMode ?? null,
    drawing: article.photo ? { key: article.photo.drawing, alt: article.photo.alt } : null,
    draft: {
      headline: article.headline,
      standfirst: article.standfirst,
      byline: article.byline ?? '',
      agency: article.agency ?? '',
      dateline: article.dateline ?? '',
      language: article.language ?? 'en-GB',
      blocks: blocksOf(article.story),
      sources: article.sources ?? [],
      photo: article.photo ? { caption: article.photo.caption, credit: article.photo.credit } : null,
      publishedAt: after(now, -hours(article.hoursAgo)),
      updatedAt: after(now, -hours(article.updatedHoursAgo ?? article.hoursAgo)),
    },
  }))
}
