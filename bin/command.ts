export type Environment = Record<string, string | undefined>

/** Does what was asked for and says how it ended: 0 done, 1 not so, 2 asked wrongly. */
export type Command = (words: string[], env: Environment) => Promise<number>
