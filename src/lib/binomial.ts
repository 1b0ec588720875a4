/** A share with the interval it lies in, all 0 to 1 (or all in the same unit). */
export type Estimate = { value: number; low: number; high: number }

/** Lanczos' approximation (g = 7, n = 9), good to some 1e-15 for x > 0. */
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const t = x + 6.5
  const sum = lanczos.reduce((total, c, i) => (i === 0 ? c : total + c / (x - 1 + i)), 0)
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum)
}

/** The regularised incomplete beta function I_x(a, b), a and b above 0, by its continued fraction (DLMF 8.17.22). */
export function betaShare(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  // The fraction converges fast only on this side of the mean.
  if (x > (a + 1) / (a + b + 2)) return 1 - betaShare(1 - x, b, a)
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  return (front * fraction(x, a, b)) / a
}

/** Modified Lentz: numerator and denominator are carried as ratios, so that neither overflows. */
function fraction(x: number, a: number, b: number): number {
  const notZero = (v: number): number => (Math.abs(v) < 1e-300 ? 1e-300 : v)
  let d = 1 / notZero(1 - ((a + b) * x) / (a + 1))
  let c = 1
  let result = d
  for (let m = 1; m <= 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / notZero(1 + even * d)
    c = notZero(1 + even / c)
    result *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / notZero(1 + odd * d)
    c = notZero(1 + odd / c)
    result *= d * c
    if (Math.abs(d * c - 1) < 1e-14) break
  }
  return result
}

/** Bisection: 60 halvings are all that a double holds. */
function betaQuantile(share: number, a: number, b: number): number {
  let low = 0
  let high = 1
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    if (betaShare(middle, a, b) < share) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/**
 * The exact interval of Clopper and Pearson (1934) for `found` of `of`: never narrower than it says, also where nothing
 * was found. Neither must be whole: with weights both are effective counts (Korn and Graubard 1998). `of` 0 tells
 * nothing: 0 to 1.
 */
export function exactInterval(found: number, of: number, confidence: number): Estimate {
  if (of <= 0) return { value: 0, low: 0, high: 1 }
  const tail = (1 - confidence) / 2
  return {
    value: Math.min(1, found / of),
    low: found < 1e-9 ? 0 : betaQuantile(tail, found, of - found + 1),
    high: found >= of ? 1 : betaQuantile(1 - tail, found + 1, of - found),
  }
}

/** How likely `found` or more of `of` are, each with chance `chance`: the exact binomial test's one-sided p. */
export function tailOf(found: number, of: number, chance: number): number {
  if (found < 1e-9) return 1
  return betaShare(chance, found, of - found + 1)
}
