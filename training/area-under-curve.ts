/** The chance that a positive scores higher than a negative (Mann and Whitney's U); a tie counts half. */
export function areaUnderCurve(scores: readonly number[], positive: readonly boolean[]): number {
  const order = scores.map((_, i) => i).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0))
  let ranks = 0
  for (let from = 0; from < order.length; ) {
    let to = from
    while (to < order.length && scores[order[to] ?? 0] === scores[order[from] ?? 0]) to++
    const rank = (from + 1 + to) / 2
    for (let i = from; i < to; i++) if (positive[order[i] ?? 0]) ranks += rank
    from = to
  }
  const positives = positive.filter(Boolean).length
  return (ranks - (positives * (positives + 1)) / 2) / (positives * (positive.length - positives))
}
