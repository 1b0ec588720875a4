import type { FeatureMatrix } from './feature-matrix.ts'
import { randomOf, shuffle } from './random.ts'

export type Example = { row: number; positive: boolean; weight: number }

export type Regression = {
  /** The inverse of the regularisation's strength. */
  c: number
  passes: number
  seed: number
  onPass(done: number, passes: number): void
}

/**
 * L2-regularised logistic regression by dual coordinate descent (Yu, Huang and Lin 2011, as in LIBLINEAR). `scales`
 * multiplies each feature before; the weights returned are those of the plain features. The last is the intercept.
 */
export function logisticRegression(
  matrix: FeatureMatrix,
  examples: readonly Example[],
  scales: Float32Array,
  { c, passes, seed, onPass }: Regression,
): Float32Array {
  const features = scales.length
  // A weight and the square of its feature's scale side by side, for the cache.
  const cells = new Float32Array(2 * (features + 1))
  for (let j = 0; j < features; j++) cells[2 * j + 1] = (scales[j] ?? 0) ** 2
  cells[2 * features + 1] = 1
  const dual = new Float64Array(2 * examples.length)
  const squares = new Float64Array(examples.length)
  examples.forEach((example, i) => {
    const cost = c * example.weight
    dual[2 * i] = Math.min(0.001 * cost, 1e-8)
    dual[2 * i + 1] = cost - (dual[2 * i] ?? 0)
    squares[i] = squaredNorm(matrix, example.row, cells)
    addRow(matrix, example.row, cells, (example.positive ? 1 : -1) * (dual[2 * i] ?? 0))
  })
  const order = Uint32Array.from(examples, (_, i) => i)
  const random = randomOf(seed)
  for (let pass = 0; pass < passes; pass++) {
    onPass(pass, passes)
    shuffle(order, random)
    for (const i of order) {
      const example = examples[i]
      if (example === undefined) continue
      const sign = example.positive ? 1 : -1
      const margin = sign * dot(matrix, example.row, cells)
      const step = dualStep(dual, i, squares[i] ?? 0, margin, c * example.weight)
      if (step !== 0) addRow(matrix, example.row, cells, sign * step)
    }
  }
  return Float32Array.from({ length: features + 1 }, (_, j) => cells[2 * j] ?? 0)
}

/** One variable's subproblem by Newton's method in whichever of its two logarithms is the safer (their algorithm 5). */
function dualStep(dual: Float64Array, i: number, square: number, margin: number, cost: number): number {
  const alpha = dual[2 * i] ?? 0
  const beta = dual[2 * i + 1] ?? 0
  const flip = 0.5 * square * (beta - alpha) + margin < 0
  const at = flip ? 2 * i + 1 : 2 * i
  const side = flip ? -1 : 1
  const old = dual[at] ?? 0
  let z = cost - old < 0.5 * cost ? 0.1 * old : old
  let gradient = square * (z - old) + side * margin + Math.log(z / (cost - z))
  for (let inner = 0; inner < 8 && Math.abs(gradient) > 1e-3; inner++) {
    const curvature = square + cost / (cost - z) / z
    const candidate = z - gradient / curvature
    z = candidate <= 0 ? 0.1 * z : candidate >= cost ? cost - 0.1 * (cost - z) : candidate
    gradient = square * (z - old) + side * margin + Math.log(z / (cost - z))
  }
  dual[at] = z
  dual[flip ? 2 * i : 2 * i + 1] = cost - z
  return side * (z - old)
}

function squaredNorm(matrix: FeatureMatrix, row: number, cells: Float32Array): number {
  const { starts, buckets, counts, norms } = matrix
  let sum = 0
  for (let k = starts[row] ?? 0, end = starts[row + 1] ?? 0; k < end; k++) {
    const count = counts[k] as number
    sum += count * count * (cells[2 * (buckets[k] as number) + 1] as number)
  }
  return sum * (norms[row] ?? 0) ** 2 + 1
}

function dot(matrix: FeatureMatrix, row: number, cells: Float32Array): number {
  const { starts, buckets, counts, norms } = matrix
  let sum = 0
  for (let k = starts[row] ?? 0, end = starts[row + 1] ?? 0; k < end; k++)
    sum += (counts[k] as number) * (cells[2 * (buckets[k] as number)] as number)
  return sum * (norms[row] ?? 0) + (cells[cells.length - 2] ?? 0)
}

function addRow(matrix: FeatureMatrix, row: number, cells: Float32Array, step: number): void {
  const { starts, buckets, counts, norms } = matrix
  const scaled = step * (norms[row] ?? 0)
  for (let k = starts[row] ?? 0, end = starts[row + 1] ?? 0; k < end; k++) {
    const j = 2 * (buckets[k] as number)
    cells[j] = (cells[j] as number) + scaled * (counts[k] as number) * (cells[j + 1] as number)
  }
  const last = cells.length - 2
  cells[last] = (cells[last] ?? 0) + step
}
