/** As many items drawn anew, some twice and some never, `times` over; each draw keeps the order of the items. */
export function resampled<Item>(items: readonly Item[], times: number, random: () => number): Item[][] {
  return Array.from({ length: times }, () => {
    const counts = new Uint32Array(items.length)
    for (let i = 0; i < items.length; i++) {
      const drawn = Math.floor(random() * items.length)
      counts[drawn] = (counts[drawn] as number) + 1
    }
    return items.flatMap((item, i) => Array<Item>(counts[i] as number).fill(item))
  })
}
