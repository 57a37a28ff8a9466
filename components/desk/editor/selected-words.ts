import type { Node } from '@tiptap/pm/model'
import { quoteFromText, type TakenQuote } from './quote-from-text.ts'

interface Selected {
  doc: Node
  selection: { from: number; to: number }
}

/** What is selected in the text, for fields that take words from it: the selection stays there when the focus leaves the text. */
export interface SelectedWords {
  remember(state: Selected): void
  take(language: string): TakenQuote
}

export function createSelectedWords(): SelectedWords {
  let selected: Selected | null = null
  return {
    remember({ doc, selection }) {
      selected = { doc, selection }
    },
    take: language =>
      selected
        ? quoteFromText(selected.doc, selected.selection, language)
        : { ok: false, problem: 'Select the words in the text first, or put the cursor into a sentence.' },
  }
}
