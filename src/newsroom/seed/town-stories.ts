import type { Story } from './story.ts'

/** From the square, and from the letter box. */
export const townStories: Story[] = [
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
      alt: 'A reading room: shelves of books to the ceiling, a tall window, two readers behind green lamps',
      caption: 'The reading room. Upstairs, the bound volumes of this newspaper have found a drier place.',
      credit: 'Owen Tarrant / Courier',
    },
    text: `From next week a library card will borrow more than books. The town library has opened a lending room with two hundred things that most households need twice a year and store for the rest of it.

The list was made by asking borrowers what they had last bought and regretted. A hedge trimmer came first, a fondue set second. Somebody wrote "the boat".

The librarian, Ruth Amadi, said the room had cost less than one year of the journals that nobody had opened since 2011. "A town of eight thousand people does not need eight hundred drills," she said. "It needs about six, and a pencil on a string."

## Insured against enthusiasm

Loans are for a week. Whoever takes out a power tool is shown how it stops before being shown how it starts. The county's insurer asked for a list of what could go wrong, and returned it with additions.

A retired joiner, Pavel Haas, will mend on Thursdays what comes back broken. He has asked that it be brought back broken, and not mended first.

The telescope, given by the estate of a schoolteacher, may be kept for a fortnight "in case of cloud". The waiting list for it stood at thirty-four on {yesterday}. The first borrower is nine, and has promised to report anything unusual to this newspaper.`,
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
      alt: 'A pale stone town hall with four columns and a clock in its gable; people on the steps, pigeons on the square',
      caption: 'Ten to two, as it has been since August.',
      credit: 'Owen Tarrant / Courier',
    },
    text: `The council has found the money to mend the town hall clock, and has asked residents how loudly they would like to be told the time.

The old mechanism struck the hours at eighty-one decibels on the steps of the bakery, according to a measurement that the baker made himself and submitted with photographs. He rises at two and goes to bed at seven, and holds that a town has no business striking anything in between.

A survey runs until the end of the week. Of the first two hundred answers, ninety ask for the bell as it was, eighty-eight ask for it never, and twenty-two ask for it to stop at ten.

Both larger camps have claimed the twenty-two.

> It is only a matter of felt. | Dunstan Pike, clockmaker

The clockmaker, who is seventy-nine, said that all three could be had: a pad between hammer and bronze, let down by a cord at ten and drawn up at seven. The cord would need somebody to pull it. The council's estimate for a motor is eleven hundred pounds. The verger has said that he passes twice a day in any case.

The repair is to begin when the swifts have left the tower. Nobody has told the swifts about the survey.`,
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
      alt: 'Market stalls under striped awnings on a cobbled square, crates of fruit and fish, shoppers with bags',
      caption: 'Fish on the left of the square, plums on the right, as the by-law has it.',
      credit: 'Imogen Sale / Courier',
    },
    text: `Four new stalls open on the square this Saturday, the first since the market was moved out of the rain in 2018. One will sell plums grown eleven miles away, and that is one mile too many for its neighbour.

The by-law speaks of produce "of the parish and its surrounds". The word surrounds has never been measured. Custom has it at ten miles, being the distance that a horse could cover before the bell.

Aiko Brandt, whose orchard lies at eleven, brought a survey map, a by-law and a bag of plums to the council's last meeting. The plums were eaten. The rest was referred to the clerk.

Her neighbour on the square, Walter Sousa, has sold plums there for thirty-one years, and does not dispute the quality. "They are very good plums," he said. "They are good foreign plums."

The other three stalls will sell bread, second-hand fishing tackle, and nothing yet: its holder has taken it, she says, to see how people are.

The clerk has promised an opinion in the spring, when there will be no plums.`,
  },
  {
    key: 'letters',
    section: 'letters',
    hoursAgo: 98,
    headline: 'From our postbag: the gull that learned to ring the bell',
    standfirst:
      'Eleven readers write about one bird. Comments under this page are closed; the bird has had enough.',
    byline: 'The letters desk',
    photo: {
      drawing: 'gull',
      alt: 'A herring gull on a doorstep, its beak at the rope of a brass bell',
      caption: 'The visitor at the harbour office, shortly before opening.',
      credit: 'Harbour office',
    },
    commentMode: 'closed',
    text: `Nothing we have printed this year has brought as many letters as our note about the gull at the harbour office, which pulls the visitors' bell and waits.

Edith Parfitt of Ferry Lane writes that her late husband taught it, with herring, in the summer of 2019. He gave it a whole one for one ring and half for two, and so it never learned to insist.

Samir Haddad writes that it is three different gulls. He has photographs, which we have studied with care and cannot tell apart.

A pupil of the second form asks whether the gull knows that it is a bell, or only that it is breakfast. We have put the question to the harbour master, who said that he had colleagues of whom he could not be sure.

Two readers object that feeding gulls is against the by-laws. They are right. One reader objects that so is ringing the bell without business, and asks when the bird will be charged.

R. Dunne suggests taking down the bell. We print this for completeness.

We have room for no more, and consider the matter open.`,
  },
]
