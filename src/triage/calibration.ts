/**
 * Turns a head's log-odds into a probability: Platt's sigmoid (1999), fitted on texts that the model was not trained on.
 * It keeps the order of texts, and so every threshold's meaning.
 */
export type Calibration = { slope: number; intercept: number }

export const probabilityOf = ({ slope, intercept }: Calibration, logit: number): number =>
  1 / (1 + Math.exp(-(slope * logit + intercept)))
