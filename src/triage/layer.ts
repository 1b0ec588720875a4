/** A layer of a network by input instead of by output: sums side by side do not wait for one another. */
export type Layer = { weights: Float32Array; bias: Float32Array }

/** From weights that lie by output, as trainers keep them. */
export function layerByInput(byOutput: Float32Array, bias: Float32Array): Layer {
  const outputs = bias.length
  const inputs = byOutput.length / outputs
  const weights = byOutput.map((_, i) => byOutput[(i % outputs) * inputs + Math.floor(i / outputs)] as number)
  return { weights, bias }
}

/** Linear. Four outputs at a time, whose sums wait in registers instead of in memory. */
export function applyLayer({ weights, bias }: Layer, input: Float64Array, output: Float64Array): void {
  const outputs = output.length
  let at = 0
  for (; at + 4 <= outputs; at += 4) {
    let a = bias[at] as number
    let b = bias[at + 1] as number
    let c = bias[at + 2] as number
    let d = bias[at + 3] as number
    for (let i = 0, row = at; i < input.length; i++, row += outputs) {
      const value = input[i] as number
      a += (weights[row] as number) * value
      b += (weights[row + 1] as number) * value
      c += (weights[row + 2] as number) * value
      d += (weights[row + 3] as number) * value
    }
    output[at] = a
    output[at + 1] = b
    output[at + 2] = c
    output[at + 3] = d
  }
  for (; at < outputs; at++) {
    let sum = bias[at] as number
    for (let i = 0; i < input.length; i++) sum += (weights[i * outputs + at] as number) * (input[i] as number)
    output[at] = sum
  }
}
