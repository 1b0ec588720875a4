import { plainTopLevels } from './domains.ts'

const wordsIn = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

const plain: ReadonlySet<string> = new Set(plainTopLevels)

/** Two-letter top-level domains that are also words; a longer one that is not plain may always be a word. */
const shortWords = wordsIn('am as at be by do in is it la me mu my no pa so to us')

/** What ends a sentence or stands before "dot" in ordinary English far more often than in a domain's name. */
const commonWords = wordsIn(`
  a about again ago all an and another any are around as at away back bad be been before big black blue but by call
  came can car come could cut day did do does done down each else end even ever every fact far few first for from
  gave get go going gone good got had has have he her here hers him his home house how i if in into is it its just
  knew know known last least left less life like little live long look lot made make man many matter may me mean men
  mind mine money more most much must my name near never new next night no none nor not nothing now of off ok okay
  old on once one only open or other our ours out over own paid part past pay people place point polka red right said
  same saw say see seen she should side so some soon state still stop such sure take tell than that the their them
  then there these they thing things think this those though thought time to today told too took town tried true try
  two under until up us use very view want was way we week well went were what when where which while white who why
  will with without word words work world would year years yes yet you your yours`)

/** Names that people give to files, whose endings are top-level domains too: `readme.md`, `install.sh`, `photo.zip`. */
const fileNames = wordsIn(`
  app archive backup build changelog clip config contributing copy data demo document documents download draft file
  files folder form helper image images index install lib license licence list main minutes mod module movie notes
  package photo photos plan plans readme record recording report run scan script server setup start test tests untitled
  update utils video`)
const fileEndings = wordsIn('ai app cc md mov pl ps py rs sh so zip')

/** After "dot com" these speak of an era, not of an address. */
const dotComEra =
  /^\s(?:boom|bubble|bust|companies|company|crash|days|era|mania|millionaires?|stocks?|years)\b/i
const clauseEnds = /^(?:$|\n|\s?[.,;:!?)\]}"”’])/

/** How a domain's dots got there: typed as dots, put together from "a . b" and "a dot b", or plainly written around. */
export type Joining = 'typed' | 'loose' | 'deliberate'

/**
 * Whether a domain without a scheme is more likely two words with a dot between them: "the end.Next", "e.g.in",
 * "readme.md", "on the dot in time". `after` is what follows the host.
 */
export function looksLikeProse(host: string, after: string, joining: Joining): boolean {
  if (joining === 'deliberate') return false
  const labels = host.split('.')
  const last = labels.at(-1) ?? ''
  const before = labels.at(-2) ?? ''
  const ending = last.toLowerCase()
  const name = before.toLowerCase()
  const lettersOnly = labels.slice(0, -1).every((label) => label.length === 1)
  const loose = joining === 'loose'
  if (/^(?::\d|[/?#])/.test(after)) return lettersOnly && labels.length > 2
  if (/^www\./i.test(host)) return false
  if (/^\d+$/.test(before) || (lettersOnly && ending.length === 2)) return true
  if (plain.has(ending)) return loose && (commonWords.has(name) || dotComEra.test(after))
  // A sentence begins: "the end.Next", "St.John".
  if (/^\p{Lu}\p{Ll}/u.test(last) && /^\p{Lu}|\p{Ll}$/u.test(before)) return true
  if (labels.length === 2 && fileNames.has(name) && fileEndings.has(ending)) return true
  const mayBeWord = shortWords.has(ending) || /^(?!example$)[a-z]{3,}$/.test(ending)
  if (commonWords.has(name)) return mayBeWord || loose
  return loose && mayBeWord && !clauseEnds.test(after)
}
