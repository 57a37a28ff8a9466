import type { Choice } from './palette-choices.ts'

// How the palette and the help are asked for, and what a page adds to the palette, from wherever on the page.

/** As React Aria and ProseMirror write it. In a text it makes a link, as everywhere. */
export const paletteKeys = 'Mod+K'

export type Wish = 'palette' | 'help'
const wishes: readonly Wish[] = ['palette', 'help']
const name = 'out-of-five:palette'

export function askForTool(wish: Wish): void {
  window.dispatchEvent(new CustomEvent(name, { detail: wish }))
}

/** Calls back when one is asked for. Returns the way to stop. */
export function onToolAsked(listener: (wish: Wish) => void): () => void {
  const hear = (event: Event) => {
    const wish = wishes.find(one => event instanceof CustomEvent && event.detail === one)
    if (wish) listener(wish)
  }
  window.addEventListener(name, hear)
  return () => window.removeEventListener(name, hear)
}

let offered: readonly Choice[] = []

/** What can be done on this page, for the palette. Returns the way to take it back. */
export function offer(choices: readonly Choice[]): () => void {
  offered = choices
  return () => {
    if (offered === choices) offered = []
  }
}

/** What the page offers now. */
export function offeredHere(): readonly Choice[] {
  return offered
}
