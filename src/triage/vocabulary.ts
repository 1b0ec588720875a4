/** The words that respelling leads to. Made from the training pool, kept beside the models. */
export type Vocabulary = {
  /** Commonest first. */
  known: readonly string[]
  /** What people disguise: the words that most raise toxicity, commonest first. A part of `known`. */
  offensive: readonly string[]
}
