import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'

const sheet = await readFile(new URL('./desk.css', import.meta.url), 'utf8')

/** The colours of a scheme, by name. */
function colours(block: string): Record<string, string> {
  return Object.fromEntries(
    [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6})/g)].map(([, name = '', hex = '']) => [name, hex]),
  )
}
const [light = '', dark = ''] = [...sheet.matchAll(/:root \{([^}]*)\}/g)].map(([, block = '']) => block)

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

describe.each([
  ['light', colours(light)],
  ['dark', colours(dark)],
])('the desk in %s', (_, palette) => {
  const between = (text: string, ground: string): number =>
    contrast(palette[text] ?? '', palette[ground] ?? '')

  it.each([
    ['ink', 'bg', 7],
    ['ink', 'card', 7],
    ['ink', 'mark', 7],
    ['ink', 'mark-strong', 7],
    ['soft', 'bg', 4.5],
    ['soft', 'card', 4.5],
    ['red', 'bg', 4.5],
    ['red', 'card', 4.5],
    ['green', 'bg', 4.5],
    ['green', 'card', 4.5],
    ['on-green', 'green', 4.5],
    ['edge', 'card', 3],
    ['edge', 'bg', 3],
  ])('%s on %s keeps a contrast of %d', (text, ground, least) => {
    expect(between(text, ground)).toBeGreaterThanOrEqual(least)
  })
})

describe('the style sheet of the desk', () => {
  it('loads nothing from anywhere', () => {
    expect(sheet).not.toMatch(/url\(|@import|@font-face/)
  })

  it('moves nothing unless motion is welcome', () => {
    const before = sheet.slice(0, sheet.indexOf('@media (prefers-reduced-motion: no-preference)'))
    expect(before.length).toBeLessThan(sheet.length)
    expect(before).not.toMatch(/animation|transition/)
  })
})
