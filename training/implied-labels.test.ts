import { describe, expect, it } from 'vitest'
import { withImpliedLabels } from './implied-labels.ts'

const row = { src: 'paradetox', w: 1, text: 'The tram is late.' }

describe('implied labels', () => {
  it('a text that is not toxic is no insult either', () => {
    expect(withImpliedLabels({ ...row, toxic: 0 })).toMatchObject({
      insult: 0,
      threat: 0,
      identity: 0,
      obscene: 0,
    })
  })

  it('a label that was given stands', () => {
    expect(withImpliedLabels({ ...row, toxic: 0, obscene: 1 })).toMatchObject({ obscene: 1, insult: 0 })
  })

  it('a toxic text, and one that nobody judged, imply nothing', () => {
    expect(withImpliedLabels({ ...row, toxic: 1 })).toEqual({ ...row, toxic: 1 })
    expect(withImpliedLabels(row)).toEqual(row)
  })
})
