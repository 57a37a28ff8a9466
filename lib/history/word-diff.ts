import { diffArrays } from 'diff'

/** A run of text that two versions share, or that only one of them has. */
export interface WordChange {
  text: string
  kind: 'same' | 'added' | 'removed'
}

// Two texts with nothing in common would be compared for seconds, to show what anybody sees.
const mostMilliseconds = 200
const mostEdits = 4_000

/**
 * How `a` became `b`, word by word: runs that both have, that only `a` has (removed) and that only `b` has (added), a removal before
 * the addition in its place. Without the added runs the result is `a`, without the removed ones `b`, to the character. What differs too
 * much to be told in words within a fifth of a second is told in lines, and at last as one text in place of another.
 */
export function diffWords(a: string, b: string): WordChange[] {
  if (a === b) return a === '' ? [] : [{ text: a, kind: 'same' }]
  const parts = compared(wordsOf(a), wordsOf(b)) ?? compared(linesOf(a), linesOf(b))
  return runs(parts ?? [change('removed', a), change('added', b)])
}

function compared(a: string[], b: string[]): WordChange[] | null {
  const parts = diffArrays(a, b, { timeout: mostMilliseconds, maxEditLength: mostEdits })
  if (!parts) return null
  return parts.map(({ value, added, removed }) =>
    change(added ? 'added' : removed ? 'removed' : 'same', value.join('')),
  )
}

const segmenter = new Intl.Segmenter('und', { granularity: 'word' })

/** Words, spaces and signs, in languages without spaces too. */
function wordsOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/)
}

function change(kind: WordChange['kind'], text: string): WordChange {
  return { text, kind }
}

/** Joins what belongs together: changes with only a space between them are read as one. */
function runs(parts: WordChange[]): WordChange[] {
  const joined: WordChange[] = []
  let [removed, added] = ['', '']
  const push = (kind: WordChange['kind'], text: string) => {
    const last = joined.at(-1)
    if (last && last.kind === kind) last.text += text
    else if (text) joined.push(change(kind, text))
  }
  const flush = () => {
    // A space that both begin or end with has not changed.
    const start = sharedSpace(removed, added)
    const end = sharedEnd(removed.slice(start.length), added.slice(start.length))
    const middle = (text: string) => text.slice(start.length, text.length - end.length)
    push('same', start)
    push('removed', middle(removed))
    push('added', middle(added))
    push('same', end)
    removed = added = ''
  }
  for (const [index, { text, kind }] of parts.entries()) {
    const isBetween = kind === 'same' && text.trim() === '' && (removed || added) && index < parts.length - 1
    if (kind === 'removed' || isBetween) removed += text
    if (kind === 'added' || isBetween) added += text
    if (kind !== 'same' || isBetween) continue
    flush()
    push('same', text)
  }
  flush()
  return joined
}

function sharedSpace(a: string, b: string): string {
  let length = 0
  while (length < a.length && a[length] === b[length] && a[length]?.trim() === '') length++
  return a.slice(0, length)
}

function sharedEnd(a: string, b: string): string {
  let length = 0
  while (
    length < Math.min(a.length, b.length) &&
    a.at(-1 - length) === b.at(-1 - length) &&
    a.at(-1 - length)?.trim() === ''
  )
    length++
  return length === 0 ? '' : a.slice(-length)
}
