/** Where in the raw text a signal saw what it saw: UTF-16 offsets, `end` exclusive. */
export type Evidence = { start: number; end: number }

/** What one detector measured. `null` is *unknown*: the detector could not run. It is never a zero. */
export type Signal = {
  /** A dotted name that the policy's conditions cite: `link.outside`, `shouting.share`. */
  name: string
  value: number | null
  source: 'rule' | 'lexicon' | 'linear' | 'network'
  evidence: readonly Evidence[]
  /** For the desk: the domains of the links, the words that drove a score. */
  notes?: string[]
  /** Of an estimate that the desk's decisions moved: what the engine alone said, and the words that moved it most. */
  before?: number
  taught?: string[]
}

/** What the desk's decisions added to a text's estimates, in log-odds by rule: enough to replay them without the weights. */
export type Learnt = { version: number; sha256: string; added: Record<string, number> }

/** All signals of one text, always every one, since the desk wants to see what spoke as well as what did not. */
export type SignalSet = {
  /** Changes whenever the same text could measure differently: history is replayed per engine. */
  engine: string
  /** ISO 639-1, or undefined where it could not be told. */
  language: string | undefined
  signals: Signal[]
  /** Absent where only the engine spoke. */
  learnt?: Learnt
}

/** What surrounds a comment. Each part is optional: a missing part makes the signals that need it unknown. */
export type SignalContext = {
  headline?: string
  parentText?: string
  /** Who wrote the article, who is in it, who wrote the comment replied to. */
  names?: readonly string[]
  /** The paper's own domains: a link to them is no outside link. */
  ownDomains?: readonly string[]
  /** Registrable domains that the paper lets readers link to, and those that it refuses. */
  allowedDomains?: readonly string[]
  deniedDomains?: readonly string[]
  /** Strings of spam that the paper knows. */
  knownSpam?: readonly string[]
  /** Normalised texts by the same commenter and under the same article, newest first. */
  recentTexts?: readonly string[]
  /** Comments by the same commenter in the ten minutes before. */
  ownRecent?: number
}
