import type { Story } from './story.ts'

/** From the water and from over it. */
export const harbourStories: Story[] = [
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
      alt: 'A crane stands black against an orange sky; two trawlers lie at the wall, their lights on the water',
      caption: 'The east quay at dusk. No lorry has crossed the wall for two years.',
      credit: 'Owen Tarrant / Courier',
    },
    text: `The harbour board voted seven to two on {yesterday} to reopen the east quay to lorries by the end of March, two years after a crack in the wall put four boats and a fish hall out of work.

The board's engineer, Tom Varga, told members that new anchors had been driven eleven metres into the rock, and that loads would be limited to twelve tonnes until the summer. Forty gauges, each the size of a matchbox, now sit in the joints and report to his telephone every quarter of an hour.

> If it moves a millimetre, we close it the same day. | Tom Varga, engineer to the board

The regional agency Northwire reported that insurers had asked for a second survey before the first lorry crosses. Mr Varga confirmed that one had been ordered, from a firm that had no part in the repair.

## Who carries the risk

Crews welcomed the vote but asked who would carry the cost of a second closure. The board's insurance does not cover loss of trade, and the fund that paid out in the first winter has been empty since June.

Two members voted against. One of them, Hester Quill, said she would have voted for any plan that named a sum. "We are asked to trust a wall," she said. "I should like to trust a cheque."

The chairman, Alec Brandt, said that a new fund would be proposed at the next meeting. He declined to say how it would be filled. Dues have not risen for six years, and the crews who pay them say that fish have not either.

## Nine jobs, for a start

The ice house will be rewired over the winter, and the fish hall expects to hire nine people again. Its manager, Femi Adeyemi, has kept their names on a list by the door. Two have since left the town, and one has married into a bakery and says that she has no wish to be cold again.

In the meantime the catch goes by van, four miles round, to the slip at Cold Point. That will end, said Mr Adeyemi, on the morning the first lorry backs down the quay. He has asked to drive it.`,
  },
  {
    key: 'meadow',
    section: 'harbour',
    hoursAgo: 36,
    headline: 'Divers find a meadow under the moorings, and ask the boats to move over',
    standfirst:
      'The seagrass off Cold Point is six times what the chart says. Anchors have ploughed it for forty years.',
    byline: 'Imogen Sale',
    dateline: 'COLD POINT',
    photo: {
      drawing: 'meadow',
      alt: 'Under water: long green blades lean with the current, small fish between them, light falling in shafts',
      caption:
        'Seagrass at four metres, off Cold Point. The bare strip on the right is the work of one anchor.',
      credit: 'Imogen Sale / Courier',
    },
    text: `What yachtsmen know as good holding ground turns out to be the largest seagrass meadow on this coast. Volunteer divers who swam it with tape measures over eleven weekends put it at thirty-one hectares. The chart, last corrected in 1983, shows five.

Seagrass is no weed but a flowering plant. It shelters young cod and bass, and holds the sand in place when the gales come. It grows back across a scar at about the width of a hand in a year.

"We kept swimming to where it ought to stop," said Greta Sousa, who teaches chemistry in the week and led the count. "On the ninth weekend we ran out of tape."

The divers have mapped two hundred and six scars. Most are circles: a mooring chain lies slack at low water and is dragged around its block by the tide, like the hand of a clock.

## A chain that floats

The harbour office has offered to replace forty chains with lines that float clear of the bottom. They cost three times as much. The yacht club would pay a third, and has asked whether the fish might be approached for theirs.

Until then skippers are asked to anchor north of the yellow buoys. Nobody will be fined. The harbour master, Rory Quill, said that he preferred to begin with shame. The map now hangs in the club bar, each scar with its date and, where it is known, the name of a boat.`,
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
      alt: 'A white ferry with a red funnel crosses grey-green water, gulls behind her, hills beyond',
      caption: 'The Merganser on the noon crossing. She is forty-one years old.',
      credit: 'Imogen Sale / Courier',
    },
    text: `Islanders will lose their evening boat from next month, the ferry company said on {yesterday}, because it cannot find a second crew with the papers to sail after dark.

The last crossing from the island will leave at ten past six instead of ten to nine. The first in the morning stays, as do both on Sundays, one of which is for the vicar.

The company carried fewer passengers last winter than in any year since the war, said a spokeswoman, Lena Brandt, and "could not in honesty call the result a surprise". It is the third cut in three winters. Before the first of them there were eleven crossings a day; there will now be six.

The island's council called the cut a siege by spreadsheet. It has offered to house a crew free of rent, in the cottage that the last doctor left.

> They count the people on the boat. They should count the people who have stopped trying to catch it. | Mabel Sousa, who runs the island's shop

The papers in question, a certificate for sailing small passenger ships at night, take eleven weeks and about four thousand pounds to earn. The course is held on the mainland, in the evening.

Children who play in {today}'s school concert will be taken home by the lifeboat, which described the trip as an exercise. The coxswain said that he expected it to be a good one. His daughter is the second cornet.`,
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
      alt: 'A lighthouse with red bands on a dark headland sends its beam over the sea at night',
      caption: 'The light at Ellery Point, from which the first shared signal was sent.',
      credit: 'Northwire',
    },
    text: `Two governments that have not exchanged ambassadors for nine years agreed on {yesterday} to share readings from forty warning buoys in the strait between them.

The agreement runs to a page and a half. It names wave height, wind and temperature, and says that no other subject was discussed.

The talks were held on a dredger, since neither side would sit in the other's harbour. They were to last a week. Officials said that the weather had concentrated minds: on the second night the buoys gave an hour's warning of a gale, to the half of the table that could read them.

Captains on both sides had shared the figures by radio for years, the agency found, in a code based on football scores. A two-two draw meant two metres and two knots. Nobody could recall a defeat.

The first exchange took place at noon. Both sides reported a height of one metre twenty.

Each government told its own press that the other had asked first.`,
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
    sources: ['Northwire'],
    text: `شہر کی پرانی بندرگاہ کے ایک گودام میں گزشتہ ہفتے ایک نیا کتب خانہ کھولا گیا۔ پہلے ہی دن تین سو سے زیادہ بچے اپنے والدین کے ساتھ آئے۔

منتظمین نے کہا کہ یہاں ہر روز بچے مفت کتابیں پڑھ سکیں گے۔ کتاب گھر لے جانے کے لیے صرف نام اور پتا لکھوانا ہو گا۔

گودام بیس سال سے خالی پڑا تھا۔ چھت کی مرمت مقامی مستریوں نے کی اور الماریاں پرانی کشتیوں کی لکڑی سے بنائی گئیں۔

> یہاں بچے سمندر کو دیکھتے ہوئے پڑھ سکتے ہیں۔ | کتب خانے کی نگران

کتب خانے میں چار ہزار کتابیں ہیں اور یہ شام تک کھلا رہے گا۔`,
  },
]
