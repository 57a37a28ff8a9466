import { Node } from '@tiptap/pm/model'
import { Transform } from '@tiptap/pm/transform'
import { diffWords } from '#lib/history/word-diff.ts'
import { checkProse, type Prose } from '#lib/prose/prose.ts'
import { proseSchema } from '#lib/prose/schema.ts'
import type { Place } from './anchors.ts'

// Suggested edits: other words in the place of some. What somebody types while they suggest becomes them; accepting one makes it an edit.

/** One suggestion: the words at `place` would become `replacement`. */
export interface Edit {
  place: Place
  quote: string
  replacement: string
}

/** Nothing longer is suggested at once, in characters. */
export const longestEdit = 2_000

/**
 * What was typed in a text, as suggestions on the text as it was: the fewest words that say it. The same paragraphs have to be there; null
 * when one was added, cut in two or taken away.
 */
export function editsBetween(before: readonly string[], after: readonly string[]): Edit[] | null {
  if (before.length !== after.length) return null
  return before.flatMap((line, block) => (line === after[block] ? [] : editsIn(line, after[block] ?? '', block)))
}

/** The same in one line. */
export function editsIn(before: string, after: string, block: number): Edit[] {
  const edits: Edit[] = []
  let at = 0
  let isOpen = false
  for (const { kind, text } of diffWords(before, after)) {
    const removed = kind === 'removed' ? text : ''
    const added = kind === 'added' ? text : ''
    const last = edits.at(-1)
    if (kind === 'same') isOpen = false
    else if (isOpen && last) {
      last.quote += removed
      last.replacement += added
      last.place.end += removed.length
    } else {
      edits.push({ place: { block, start: at, end: at + removed.length }, quote: removed, replacement: added })
      isOpen = true
    }
    at += text.length - added.length
  }
  return edits
}

/** The text with these edits made, or null when one does not fit it. They may not overlap. New words look as those that they replace. */
export function withEdits(prose: Prose, edits: readonly Pick<Edit, 'place' | 'replacement'>[]): Prose | null {
  const doc = Node.fromJSON(proseSchema, prose)
  const lines: { from: number; length: number }[] = []
  doc.descendants((node, at) => {
    if (node.isTextblock) lines.push({ from: at + 1, length: node.content.size })
    return !node.isTextblock
  })
  const transform = new Transform(doc)
  // From the end, so that no place moves before its turn.
  for (const { place, replacement } of edits.toSorted((a, b) => compare(b.place, a.place))) {
    const line = lines[place.block]
    if (!line || place.end > line.length) return null
    replace(transform, line.from + place.start, line.from + place.end, replacement)
  }
  const checked = checkProse(transform.doc.toJSON())
  return checked.ok ? checked.prose : null
}

/** Reading order. */
export function compare(a: Place, b: Place): number {
  return a.block - b.block || a.start - b.start || a.end - b.end
}

/** Of places in reading order, those that touch no earlier one of them. */
export function apart<T extends { place: Place }>(edits: readonly T[]): T[] {
  const kept: T[] = []
  for (const edit of edits) {
    const last = kept.at(-1)
    if (!last || last.place.block !== edit.place.block || edit.place.start >= last.place.end) kept.push(edit)
  }
  return kept
}

function replace(transform: Transform, from: number, to: number, words: string): void {
  if (words === '') {
    transform.delete(from, to)
    return
  }
  const at = transform.doc.resolve(from)
  const marks = from < to ? (at.nodeAfter?.marks ?? at.marks()) : at.marks()
  transform.replaceWith(from, to, proseSchema.text(words, marks))
}
