/** A layer of a network by input instead of by output: sums side by side do not wait for one another. */
export type Layer = { weights: Float32Array; bias: Float32Array }

/** From weights that lie by output, as trainers keep them. */
export function layerByInput(byOutput: Float32Array, bias: Float32Array): Layer {
  const outputs = bias.length
  const inputs = byOutput.length / outputs
  const weights = byOutput.map((_, i) => byOutput[(i % outputs) * inputs + Math.floor(i / outputs)] as number)
  return { weights, bias }
}

/** Linear, and so written that an input of 0, of which a rectified layer has many, costs nothing. */
export function applyLayer({ weights, bias }: Layer, input: Float64Array, output: Float64Array): void {
  output.set(bias)
  for (let i = 0; i < input.length; i++) {
    const value = input[i] as number
    if (value === 0) continue
    const row = i * output.length
    for (let j = 0; j < output.length; j++)
      output[j] = (output[j] as number) + (weights[row + j] as number) * value
  }
}
