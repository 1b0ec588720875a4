/** What every part of the desk's script asks of the page. */
export const one = <E extends Element>(selector: string, within: ParentNode = document): E | null =>
  within.querySelector<E>(selector)

/** The card's zone: replaced with every card, so never kept. */
export const mainZone = (): HTMLElement | null => one<HTMLElement>('#main')

/** True from the moment this page is being left on purpose: the next page decides what becomes of the claims. */
export const leaving = { onPurpose: false, sent: false }

export const formToken = (): string => one<HTMLInputElement>('input[name=form_token]')?.value ?? ''

/** POSTs as a form would, and reads the answer; undefined where none came. */
export async function ask(address: string, body: URLSearchParams): Promise<Answer | undefined> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      body,
      headers: { accept: 'application/json' },
      // A page that is closed meanwhile does not take the decision along.
      keepalive: true,
      signal: AbortSignal.timeout(20_000),
    })
    const said: unknown = await response.json()
    if (typeof said === 'object' && said !== null) return said as Answer
  } catch {
    // No line, no answer, or none that can be read: the caller says so.
  }
  return undefined
}

/** Every field may be missing: what came over the line is looked at before it is believed. */
export type Answer = {
  ok?: boolean
  code?: string
  message?: string
  changed?: string | null
  undo?: string
  card?: LoadedCard | null
  cards?: LoadedCard[]
  kept?: number[]
  waiting?: string
}
export type LoadedCard = { commentId: number; fence: number; markup: string }

/** Markup of our own server, where every word of a reader is escaped. */
export function elementsOf(markup: string): Element[] {
  const template = document.createElement('template')
  template.innerHTML = markup
  return [...template.content.children]
}
