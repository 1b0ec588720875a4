/** What trainer and inference must score alike: ordinary, hostile, disguised, unknown to the vocabulary, empty. */
export const goldenSentences: readonly string[] = [
  '',
  'The tram is late again.',
  'You are a pathetic little clown and everybody in this town knows it.',
  'What utter crap, the council has spent our money on a statue of a herring!',
  'I will find out where you live and break your legs.',
  'My neighbours are Muslims and we get on very well.',
  'It is idiotic that a form must be sent by fax in this century.',
  'sh1t like this is why n.o.b.o.d.y reads the letters page, you m0ron',
  'Quarrelsome flibbertigibbets bamboozled the aldermen of Lower Wrathing-on-Sea.',
  'Thank you for the report. I was at the meeting, and the treasurer did answer the question about the bridge: it will cost twice what was said in March, and it will be paid for by the county.',
]
