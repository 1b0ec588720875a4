// Beyond this the probability differs from 0 or 1 by less than a float's last bit.
const largest = 40
const terms = 14

/**
 * The logistic function from additions, multiplications and divisions alone, which IEEE 754 fixes to the bit. `Math.exp`
 * is left to the engine (ECMA-262, 21.3.2): two machines that replay the same decisions could then differ.
 */
export function exactLogistic(logit: number): number {
  return 1 / (1 + exactExp(-Math.max(-largest, Math.min(largest, logit))))
}

/** Taylor's series of the part below ln 2, doubled or halved as often as the rest asks. */
function exactExp(x: number): number {
  const doublings = Math.round(x / Math.LN2)
  const rest = x - doublings * Math.LN2
  let sum = 1
  for (let term = terms; term > 0; term--) sum = 1 + (sum * rest) / term
  const step = doublings < 0 ? 0.5 : 2
  for (let i = Math.abs(doublings); i > 0; i--) sum *= step
  return sum
}
