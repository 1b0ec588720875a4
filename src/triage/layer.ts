/**
 * A layer of a network, its outputs in fours: for each four, input by input, what they take of it. So the sums of four
 * wait in registers while the weights are read in a row.
 */
export type Layer = { inputs: number; weights: Float32Array; bias: Float32Array }

const WIDTH = 4

/** From weights that lie by output, as trainers keep them. */
export function layerOf(byOutput: Float32Array, bias: Float32Array): Layer {
  const outputs = bias.length
  const inputs = byOutput.length / outputs
  const weights = new Float32Array(Math.ceil(outputs / WIDTH) * WIDTH * inputs)
  for (let output = 0; output < outputs; output++)
    for (let input = 0; input < inputs; input++)
      weights[placeOf(inputs, input, output)] = byOutput[output * inputs + input] as number
  return { inputs, weights, bias }
}

const placeOf = (inputs: number, input: number, output: number): number =>
  (Math.floor(output / WIDTH) * inputs + input) * WIDTH + (output % WIDTH)

export const weightOf = ({ inputs, weights }: Layer, input: number, output: number): number =>
  weights[placeOf(inputs, input, output)] as number

/** Linear. */
export function applyLayer(
  { inputs, weights, bias }: Layer,
  input: Float64Array,
  output: Float64Array,
): void {
  for (let first = 0, at = 0; first < bias.length; first += WIDTH) {
    let a = bias[first] as number
    let b = bias[first + 1] ?? 0
    let c = bias[first + 2] ?? 0
    let d = bias[first + 3] ?? 0
    for (let i = 0; i < inputs; i++, at += WIDTH) {
      const value = input[i] as number
      a += (weights[at] as number) * value
      b += (weights[at + 1] as number) * value
      c += (weights[at + 2] as number) * value
      d += (weights[at + 3] as number) * value
    }
    output[first] = a
    if (first + 1 < bias.length) output[first + 1] = b
    if (first + 2 < bias.length) output[first + 2] = c
    if (first + 3 < bias.length) output[first + 3] = d
  }
}
