/**
 * Makes one call for many out of calls for one. A call that finds a free place goes at once and alone; those that come
 * while `atOnce` batches are under way wait and go together, so nobody ever waits for company. `work` answers in the
 * order of its questions.
 *
 * A batch that fails is asked again one by one, so that no question can spoil the answer to another: `work` must bear
 * being repeated.
 */
export function gather<Question, Answer>(
  work: (questions: readonly Question[]) => Promise<readonly Answer[]>,
  limits: { largest: number; atOnce: number },
): (question: Question) => Promise<Answer> {
  type Waiting = { question: Question; resolve(answer: Answer): void; reject(error: unknown): void }
  let waiting: Waiting[] = []
  let underWay = 0

  const answer = async (batch: Waiting[]): Promise<void> => {
    try {
      const answers = await work(batch.map((one) => one.question))
      for (const [at, one] of batch.entries()) one.resolve(answers[at] as Answer)
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error)
      else await Promise.all(batch.map((one) => answer([one])))
    }
  }

  const next = (): void => {
    while (underWay < limits.atOnce && waiting.length > 0) {
      const batch = waiting.slice(0, limits.largest)
      waiting = waiting.slice(limits.largest)
      underWay++
      void answer(batch).finally(() => {
        underWay--
        next()
      })
    }
  }

  return (question) =>
    new Promise<Answer>((resolve, reject) => {
      waiting.push({ question, resolve, reject })
      next()
    })
}
