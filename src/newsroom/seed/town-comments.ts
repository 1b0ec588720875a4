import type { Said } from './comments.ts'

export const libraryComments: Said[] = [
  {
    key: 'l1',
    by: 'agnes',
    minutesAgo: 1_500,
    text: 'I tried the room out as a volunteer, and have had the hedge trimmer, the fondue set and the telescope. It was an unusual week.',
  },
  {
    key: 'l2',
    parent: 'l1',
    by: 'wren',
    minutesAgo: 1_480,
    text: 'In that order, one hopes.',
  },
  {
    key: 'l3',
    by: 'samir',
    minutesAgo: 1_400,
    text: 'Where have the bound volumes gone? Upstairs is not a place in that building. There are three upstairs.',
  },
  {
    key: 'l5',
    parent: 'l3',
    by: 'edith',
    minutesAgo: 1_370,
    text: 'The one with the good radiator. I asked.',
  },
  {
    key: 'l6',
    by: 'dunne',
    minutesAgo: 1_180,
    text: 'And the hardware shop in Bell Street, which has paid rates in this town since 1922, lends nothing and must sell its drills. Has anybody asked them?',
  },
  {
    key: 'l7',
    parent: 'l6',
    by: 'priya',
    minutesAgo: 1_150,
    text: 'Somebody did: they gave four of the six drills. Their reckoning is that a person who has borrowed a drill comes in for the bits.',
  },
  {
    key: 'l4',
    by: 'priya',
    minutesAgo: 95,
    state: 'held',
    text: 'Lovely idea. My own shed is a lending room already, only nobody brings anything back.',
  },
  {
    key: 'l8',
    by: 'pell',
    minutesAgo: 37,
    state: 'held',
    text: 'Why borrow when you can hire? Ladders, saws and sanders by the day, see pell-hire.example or write to pell@pell-hire.example',
  },
]

export const hallComments: Said[] = [
  {
    key: 'h1',
    by: 'edith',
    minutesAgo: 3_000,
    text: 'Felt! My grandmother put felt on it in 1947, with a ladder, at night. Nobody noticed for two years.',
  },
  {
    key: 'h2',
    by: 'tomas',
    minutesAgo: 2_900,
    text: 'I am one of the twenty-two. The bell is beautiful until ten o’clock and an argument after it.',
  },
  {
    key: 'h3',
    by: 'gull',
    minutesAgo: 2_860,
    text: 'Some of us work nights. To us the quarter past noon is three in the morning, and I have never seen a survey about that.',
  },
  {
    key: 'h4',
    parent: 'h3',
    by: 'agnes',
    minutesAgo: 2_840,
    text: 'It has never struck the quarters. You are thinking of the chapel.',
  },
  {
    key: 'h5',
    parent: 'h4',
    by: 'gull',
    minutesAgo: 2_815,
    text: 'I know which bell wakes me.',
  },
  {
    key: 'h6',
    parent: 'h5',
    by: 'agnes',
    minutesAgo: 2_790,
    text: 'Evidently not. I have lived between the two for fifty years.',
  },
  {
    key: 'h7',
    parent: 'h6',
    by: 'gull',
    minutesAgo: 2_770,
    state: 'removed',
    rule: 'personal_attack',
    text: 'Then it is small wonder that you are deaf as well as bossy.',
    reports: [{ rule: 'personal_attack', words: 'Nobody should be spoken to like this over a clock.' }],
  },
  {
    key: 'h8',
    parent: 'h6',
    by: 'kit',
    minutesAgo: 2_700,
    text: 'For the record, and from the bakery queue: the chapel strikes the quarters, the hall the hours, and neither has been right since the lightning.',
  },
  {
    key: 'h9',
    by: 'okafor',
    minutesAgo: 26,
    state: 'held',
    text: 'The baker’s photographs are up at eighty-one-decibels.example. You can see the needle.',
  },
]

export const marketComments: Said[] = [
  {
    key: 'p1',
    by: 'marian',
    minutesAgo: 4_200,
    text: 'Ten miles by which road? By the coast road Miss Brandt’s orchard is eleven. Over the hill, as the horse went, it is nine and a half.',
  },
  {
    key: 'p2',
    parent: 'p1',
    by: 'okafor',
    minutesAgo: 4_150,
    text: 'Then let her bring them over the hill. On the horse.',
  },
  {
    key: 'p3',
    by: 'samir',
    minutesAgo: 4_010,
    text: '“Good foreign plums” should be on a sign.',
  },
  {
    key: 'p4',
    by: 'dunne',
    minutesAgo: 3_900,
    state: 'rejected',
    rule: 'inflammatory',
    text: 'First foreign plums, and then we all know who comes after the plums.',
  },
  {
    key: 'p5',
    by: 'wren',
    minutesAgo: 3_760,
    text: 'I stood at the stall that sells nothing for ten minutes. It was the best conversation I have had on the square.',
  },
]

/** From before the page was closed. */
export const letterComments: Said[] = [
  {
    key: 'b1',
    by: 'kit',
    minutesAgo: 5_700,
    text: 'It rang at me on Sunday. I had no herring and felt that I had let it down.',
  },
  {
    key: 'b2',
    parent: 'b1',
    by: 'edith',
    minutesAgo: 5_640,
    text: 'It takes toast, dear, but it remembers.',
  },
  {
    key: 'b3',
    by: 'tomas',
    minutesAgo: 5_500,
    text: 'Three gulls is what a gull would say.',
  },
]
