import { expect, it } from 'vitest'
import { languageOf } from './language.ts'

it.each([
  ['en', 'The county should have salted the roads on Tuesday night, not Wednesday noon.'],
  ['en', 'Rents up nine percent again, sad news for teachers'],
  ['de', 'Das ist doch eine unglaubliche Frechheit von der Gemeinde'],
  ['fr', 'Je ne comprends pas pourquoi la mairie a fait ce choix'],
  ['es', 'No entiendo por qué el ayuntamiento ha hecho esto'],
  ['hi', 'यह सड़क कब बनेगी, कोई नहीं जानता'],
  ['ru', 'Я не понимаю, почему город так решил'],
  ['ja', 'この道はいつできるのか誰も知らない'],
  ['zh', '这条路什么时候修好没有人知道'],
])('a sentence is known to be %s', (language, text) => {
  expect(languageOf(text)).toBe(language)
})

it.each(['', 'Well said.', '👍👍👍', '12 345', 'https://example.org/de/ich-und-du', 'Merci!'])(
  'too little says nothing: %s',
  (text) => {
    expect(languageOf(text)).toBeUndefined()
  },
)

it('Hindi in Latin letters is said to be no other language', () => {
  expect(languageOf('Bhai yeh sadak kab banegi koi nahi janta, sab neta chor hain')).toBeUndefined()
})
