import { describe, expect, it } from 'vitest'
import { askedBy, type Press, type Where } from './keys.ts'

const press = (key: string, over: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  isComposing: false,
  ...over,
})
const page: Where = { inField: false, inDialog: false, keysOn: true }

describe('a key at the desk', () => {
  it('asks for its act, in capitals or not', () => {
    expect(askedBy(press('a'), page)).toEqual({ kind: 'act', key: 'A' })
    expect(askedBy(press('A'), page)).toEqual({ kind: 'act', key: 'A' })
    expect(askedBy(press('3'), page)).toEqual({ kind: 'act', key: '3' })
  })

  it('decides nothing while words are typed; Escape leaves the field', () => {
    const field = { ...page, inField: true }
    for (const key of ['a', '1', '?', 'w', 'Enter']) expect(askedBy(press(key), field)).toBeNull()
    expect(askedBy(press('Escape'), field)).toEqual({ kind: 'leave_field' })
  })

  it('belongs to the browser with Ctrl, Alt or Command, and to the keyboard while it composes a letter', () => {
    for (const over of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { isComposing: true }])
      expect(askedBy(press('a', over), page)).toBeNull()
  })

  it('held down decides once', () => {
    expect(askedBy(press('1', { repeat: true }), page)).toBeNull()
  })

  it('decides nothing behind the list of keys, which the same key closes', () => {
    const dialog = { ...page, inDialog: true }
    expect(askedBy(press('a'), dialog)).toBeNull()
    expect(askedBy(press('?'), dialog)).toEqual({ kind: 'help' })
  })

  it('does nothing once keys are switched off, except to show how to switch them on', () => {
    const off = { ...page, keysOn: false }
    expect(askedBy(press('a'), off)).toBeNull()
    expect(askedBy(press('?'), off)).toEqual({ kind: 'help' })
  })

  it('that is no letter and no digit asks for nothing', () => {
    for (const key of ['Enter', 'Tab', 'Shift', '"', ']', 'é', '0', 'F5'])
      expect(askedBy(press(key), page)).toBeNull()
  })
})
