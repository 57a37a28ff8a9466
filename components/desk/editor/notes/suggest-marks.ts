import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { diffWords } from '#lib/history/word-diff.ts'
import { readable } from '#lib/notes/lines.ts'
import { linesIn } from './note-lines.ts'
import styles from './notes.module.css'

interface Suggesting {
  /** The lines of the text as it was. */
  base: readonly string[]
  shown: DecorationSet
}

/** Null while what is typed is written. */
export const suggestMarks = new PluginKey<Suggesting | null>('suggestMarks')

/**
 * While somebody suggests: shows what they have taken out and put in, and lets nothing through that is no change of words within a
 * paragraph. `onRefused` is called for that.
 */
export function suggestPlugin(onRefused: () => void): Plugin<Suggesting | null> {
  return new Plugin<Suggesting | null>({
    key: suggestMarks,
    state: {
      init: () => null,
      apply(transaction, before) {
        const base: readonly string[] | undefined = transaction.getMeta(suggestMarks)
        if (base) return { base, shown: DecorationSet.empty }
        if (!before || !transaction.docChanged) return before
        return { base: before.base, shown: decorate(transaction.doc, before.base) }
      },
    },
    filterTransaction(transaction, state) {
      if (!suggestMarks.getState(state) || !transaction.docChanged || isOfWords(transaction)) return true
      // Not while the editor is at work on it.
      queueMicrotask(onRefused)
      return false
    },
    props: { decorations: state => suggestMarks.getState(state)?.shown },
  })
}

/** Words for words within one paragraph, in every step. */
function isOfWords({ steps, docs }: Transaction): boolean {
  return steps.every((step, index) => {
    const doc = docs[index]
    if (!doc || !(step instanceof ReplaceStep)) return false
    const [from, to] = [doc.resolve(step.from), doc.resolve(step.to)]
    const { slice } = step
    const isWords = slice.openStart === 0 && slice.openEnd === 0 && slice.content.content.every(node => node.isText)
    return isWords && from.parent.isTextblock && from.sameParent(to)
  })
}

function decorate(doc: Node, base: readonly string[]): DecorationSet {
  const marks: Decoration[] = []
  for (const [index, { from, text }] of linesIn(doc).entries()) {
    const before = base[index] ?? ''
    if (before === text) continue
    let at = from
    for (const run of diffWords(before, text)) {
      if (run.kind === 'removed') marks.push(takenOut(at, run.text))
      if (run.kind === 'added')
        marks.push(Decoration.inline(at, at + run.text.length, { nodeName: 'ins', class: styles.suggestedIn ?? '' }))
      if (run.kind !== 'removed') at += run.text.length
    }
  }
  return DecorationSet.create(doc, marks)
}

function takenOut(at: number, words: string): Decoration {
  const draw = () => {
    const element = document.createElement('del')
    element.className = styles.suggestedOut ?? ''
    element.textContent = readable(words)
    element.contentEditable = 'false'
    return element
  }
  return Decoration.widget(at, draw, { side: -1, key: `out-${words}`, marks: [] })
}
