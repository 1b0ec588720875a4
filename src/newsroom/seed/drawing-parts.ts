/** What the drawings are put together from. All return SVG; lengths are in pixels of a 1600 × 900 picture. */

export const picture = (defs: string, body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900" viewBox="0 0 1600 900"><defs>${defs}</defs>${body}</svg>`

type Stop = [at: number, colour: string, opacity?: number]
const stops = (list: Stop[]): string =>
  list
    .map(
      ([at, colour, opacity = 1]) =>
        `<stop offset="${at}" stop-color="${colour}" stop-opacity="${opacity}"/>`,
    )
    .join('')

/** From top to bottom. */
export const down = (id: string, ...list: Stop[]): string =>
  `<linearGradient id="${id}" x2="0" y2="1">${stops(list)}</linearGradient>`
/** From left to right. */
export const across = (id: string, ...list: Stop[]): string =>
  `<linearGradient id="${id}">${stops(list)}</linearGradient>`
export const glow = (id: string, ...list: Stop[]): string =>
  `<radialGradient id="${id}">${stops(list)}</radialGradient>`
export const blur = (id: string, by: number): string =>
  `<filter id="${id}" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="${by}"/></filter>`

export const shape = (fill: string, d: string, opacity = 1): string =>
  `<path fill="${fill}"${opacity === 1 ? '' : ` fill-opacity="${opacity}"`} d="${d}"/>`
export const line = (stroke: string, width: number, d: string, opacity = 1): string =>
  `<path fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${
    opacity === 1 ? '' : ` stroke-opacity="${opacity}"`
  } d="${d}"/>`
export const dot = (fill: string, x: number, y: number, r: number, opacity = 1): string =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"${opacity === 1 ? '' : ` fill-opacity="${opacity}"`}/>`
export const box = (fill: string, x: number, y: number, width: number, height: number, opacity = 1): string =>
  shape(fill, `M${x} ${y}h${width}v${height}h${-width}z`, opacity)
export const moved = (x: number, y: number, scale: number, body: string, more = ''): string =>
  `<g transform="translate(${x} ${y}) scale(${scale})"${more}>${body}</g>`

export const times = (count: number, draw: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => draw(i)).join('')

/** The same throws at every build (Park and Miller's generator), from 0 up to 1. */
export const dice = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/** Light on water: flat lenses within a fan that widens from `top` to `bottom`, longer and thicker the nearer they lie. */
export function ripples(
  colour: string,
  at: { x: number; top: number; bottom: number; narrow: number; wide: number },
  count: number,
  seed: number,
  opacity = 0.6,
): string {
  const throwDice = dice(seed)
  return times(count, () => {
    const near = throwDice() ** 1.6
    const y = at.top + (at.bottom - at.top) * near
    const spread = at.narrow + (at.wide - at.narrow) * near
    const x = at.x + (throwDice() - 0.5) * spread
    const long = (10 + 70 * near) * (0.5 + throwDice())
    const thick = 1.2 + 4.5 * near
    return shape(
      colour,
      `M${r(x - long)} ${r(y)}q${r(long)} ${r(-thick)} ${r(long * 2)} 0q${r(-long)} ${r(thick)} ${r(-long * 2)} 0z`,
      r(opacity * (0.5 + throwDice() / 2)),
    )
  })
}

export const r = (value: number): number => Math.round(value * 10) / 10

/** Somebody in a coat, seen from a distance, standing at (x, ground). */
export function person(
  x: number,
  ground: number,
  height: number,
  coat: string,
  more: { head?: string; legs?: string; bag?: string; lean?: number } = {},
): string {
  const { head = '#4b3a30', legs = '#23272e', bag, lean = 0 } = more
  return moved(
    x,
    ground,
    height / 100,
    `${shape(legs, 'M-8-46h16l-1 44q4 1 6 3H2L0-34-2 1h-11q2-2 6-3z')}${shape(
      coat,
      `M${-4 + lean}-86q9-2 13 3q5 8 5 24q0 16-2 24h-24q-3-10-2-24q1-20 10-27z`,
    )}${dot(head, lean, -92, 7)}${shape('#c99d80', `M${lean - 3}-87h7v5q-4 2-7 0z`)}${
      bag ? shape(bag, 'M11-50l3-12 3 12h4l-2 20H9l-2-20z') : ''
    }`,
  )
}

/** A gull on the wing. */
export const gullAt = (x: number, y: number, span: number, colour: string): string =>
  shape(
    colour,
    `M${x} ${y}q${r(span * 0.22)} ${r(-span * 0.22)} ${r(span * 0.5)} ${r(-span * 0.08)}q${r(-span * 0.24)} ${r(-span * 0.02)} ${r(
      -span * 0.46,
    )} ${r(span * 0.17)}q${r(-span * 0.05)} ${r(span * 0.04)} ${r(-span * 0.1)} 0q${r(-span * 0.2)} ${r(-span * 0.17)} ${r(
      -span * 0.44,
    )} ${r(-span * 0.12)}q${r(span * 0.28)} ${r(-span * 0.15)} ${r(span * 0.5)} ${r(span * 0.03)}z`,
  )
