import type { Said } from './comments.ts'

export const meadowComments: Said[] = [
  {
    key: 'm1',
    by: 'wren',
    minutesAgo: 2_050,
    text: 'I have anchored on that meadow every August since I was six. I had no idea that it was one. I am rather ashamed, and I believe that was the idea.',
  },
  {
    key: 'm2',
    parent: 'm1',
    by: 'samir',
    minutesAgo: 2_020,
    text: 'The map in the club bar has two of mine on it. I bought a round.',
  },
  {
    key: 'm3',
    by: 'pell',
    minutesAgo: 1_900,
    text: 'Forty years of anchors and it is still the largest on the coast. It seems to be managing.',
  },
  {
    key: 'm4',
    parent: 'm3',
    by: 'priya',
    minutesAgo: 1_875,
    text: 'A hand’s width a year, Mr Pell. The bare strip in the photograph is two metres across. That is a person’s whole time at school to mend one lunch.',
  },
  {
    key: 'm5',
    by: 'edith',
    minutesAgo: 1_700,
    text: 'We used to stuff mattresses with it. It crackled, and nobody ever complained of fleas.',
  },
  {
    key: 'm6',
    by: 'okafor',
    minutesAgo: 110,
    state: 'held',
    text: 'The divers have put all two hundred and six scars on a chart you can download, it is at seagrass-count.example/chart and well worth the time.',
  },
  {
    key: 'm7',
    by: 'gull',
    minutesAgo: 41,
    state: 'held',
    text: 'Meanwhile the car park behind the chapel floods every time it rains and not one diver has been seen there.',
  },
]

export const ferryComments: Said[] = [
  {
    key: 'f1',
    by: 'kit',
    minutesAgo: 2_500,
    text: 'Third winter. At some point a timetable that shrinks every year should be called a farewell.',
  },
  {
    key: 'f2',
    parent: 'f1',
    by: 'okafor',
    minutesAgo: 2_450,
    text: 'The company asked for crew in three papers, this one included. I saw no islander apply.',
  },
  {
    key: 'f3',
    parent: 'f2',
    by: 'kit',
    minutesAgo: 2_400,
    text: 'Because the papers cost four thousand and the course is on the mainland. By the evening boat.',
  },
  {
    key: 'f6',
    parent: 'f3',
    by: 'okafor',
    minutesAgo: 2_380,
    text: 'I did not know that the course was in the evening. I withdraw the islander.',
  },
  {
    key: 'f4',
    by: 'gull',
    minutesAgo: 2_300,
    state: 'removed',
    rule: 'spam',
    text: 'Private crossings any hour, cheap, call 020 7946 0958',
  },
  {
    key: 'f7',
    by: 'agnes',
    minutesAgo: 2_210,
    text: 'My mother is eighty-eight and sees the heart doctor on the mainland at four. From next month she must either miss him or miss the boat.',
    reports: [{ rule: 'off_topic', words: 'This is about one person’s appointment.' }],
  },
  {
    key: 'f8',
    parent: 'f7',
    by: 'marian',
    minutesAgo: 2_190,
    text: 'Mrs Morrow, please ask at the surgery about the morning list. They kept two places for islanders last winter and told nobody.',
  },
  {
    key: 'f5',
    by: 'marian',
    minutesAgo: 130,
    state: 'held',
    text: 'The lifeboat calling it an exercise is the kindest sentence I have read this month.',
  },
  {
    key: 'f9',
    by: 'dunne',
    minutesAgo: 55,
    state: 'held',
    text: 'If the islanders want a night boat let them row. They have had a subsidy since my father’s day and have never said thank you, they are like that over there.',
  },
]

export const straitComments: Said[] = [
  {
    key: 's1',
    by: 'priya',
    minutesAgo: 1_300,
    text: 'A code based on football scores is exactly what I would expect of captains. One hopes nobody ever won five nil.',
  },
  {
    key: 's3',
    parent: 's1',
    by: 'tomas',
    minutesAgo: 1_260,
    text: 'Five nil would be a flat calm after a hurricane. It is the six all that one should fear.',
  },
  {
    key: 's4',
    by: 'agnes',
    minutesAgo: 1_120,
    text: 'A page and a half after nine years. That is about a word a week, and I have known marriages do worse.',
  },
  {
    key: 's2',
    by: 'samir',
    minutesAgo: 75,
    state: 'held',
    text: 'My uncle sailed that strait for thirty years. He would have signed this page and a half with both hands.',
  },
]

export const urduComments: Said[] = [
  {
    key: 'u1',
    by: 'samir',
    minutesAgo: 4_500,
    text: 'پرانی کشتیوں کی لکڑی سے الماریاں بنانا بہت خوب خیال ہے۔ اللہ کرے یہ ہر بندرگاہ میں ہو۔',
  },
  {
    key: 'u2',
    parent: 'u1',
    by: 'wren',
    minutesAgo: 4_320,
    text: 'I had this read to me by a neighbour, and then read to me again because I liked it.',
  },
]
