import { makeAsked } from '#components/desk/asked.ts'
import type { Choice } from './palette-choices.ts'

// How the palette and the help are asked for, and what a page adds to the palette, from wherever on the page.

/** As React Aria and ProseMirror write it. In a text it makes a link, as everywhere. */
export const paletteKeys = 'Mod+K'

const wishes = ['palette', 'help'] as const
export type Wish = (typeof wishes)[number]

export const { ask: askForTool, onAsked: onToolAsked } = makeAsked('palette', wishes)

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
