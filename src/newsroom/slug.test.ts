import { expect, it } from 'vitest'
import { slugOf } from './slug.ts'

it.each([
  ['Harbour board votes to reopen the east quay', 'harbour-board-votes-to-reopen-the-east-quay'],
  ['Café owner’s “no” – again!', 'cafe-owners-no-again'],
  ['बंदरगाह फिर खुलेगा', 'बंदरगाह-फिर-खुलेगा'],
  ['!!!', 'article'],
  ['../../etc/passwd?x=<script>', 'etc-passwd-x-script'],
])('%j becomes %j', (headline, slug) => expect(slugOf(headline)).toBe(slug))
