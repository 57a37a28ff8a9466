import { diffArrays } from 'diff'
import { type LineChange, wordsChanged } from './text-diff.ts'
import { diffWords, type WordChange } from './word-diff.ts'

// Fields beside each other, whatever has them: a review, a list, a work, a person, a series.

/** One field in words. `items` is a list of things; a `value` is one of few and changes as a whole; a `text` changes by its words. */
export type FieldWords = { name: string } & (
  | { kind: 'text' | 'value'; text: string }
  | { kind: 'items'; items: string[] }
  | { kind: 'picture'; mediaId: string | null }
)

export interface FieldChange {
  name: string
  words: WordChange[]
  /** Each of the words is an item of a list. */
  isList?: boolean
  /** Of a picture: which it was, and which it is. */
  pictures?: { before: string | null; after: string | null }
}

/** Everything between two states of one thing. */
export interface Difference {
  fields: FieldChange[]
  text: LineChange[]
}

/** The fields that differ, in their order. Both sides name the same fields. */
export function diffFields(before: readonly FieldWords[], after: readonly FieldWords[]): FieldChange[] {
  return after.flatMap(now => {
    const was = before.find(field => field.name === now.name)
    if (!was || JSON.stringify(was) === JSON.stringify(now)) return []
    return [changeOf(was, now)]
  })
}

/** How much a difference is: fields (the text of a review is none), and words of everything that is read. */
export function sizeOf({ fields, text }: Difference): { fields: number; words: number } {
  const { added, removed } = wordsChanged(text)
  return { fields: fields.length, words: added + removed }
}

/** "14 words and 2 fields", "1 field"; empty for nothing. A text that changed only in its form is said so. */
export function sizeText(difference: Difference): string {
  const { fields, words } = sizeOf(difference)
  const hasForm = words === 0 && difference.text.some(change => change.kind !== 'same')
  const parts = [
    ...(words > 0 ? [words === 1 ? '1 word' : `${words.toLocaleString('en-GB')} words`] : []),
    ...(hasForm ? ['the form of the text'] : []),
    ...(fields > 0 ? [fields === 1 ? '1 field' : `${fields} fields`] : []),
  ]
  return new Intl.ListFormat('en-GB').format(parts)
}

function changeOf(was: FieldWords, now: FieldWords): FieldChange {
  const { name } = now
  if (was.kind === 'picture' && now.kind === 'picture')
    return { name, words: [], pictures: { before: was.mediaId, after: now.mediaId } }
  if (was.kind === 'items' && now.kind === 'items')
    return { name, words: itemChanges(was.items, now.items), isList: true }
  if (was.kind === 'text' && now.kind === 'text') return { name, words: diffWords(was.text, now.text) }
  return { name, words: [...whole('removed', textOf(was)), ...whole('added', textOf(now))] }
}

function itemChanges(before: string[], after: string[]): WordChange[] {
  return diffArrays(before, after).flatMap(({ value, added, removed }) => {
    const kind = added ? 'added' : removed ? 'removed' : 'same'
    return value.map(text => ({ kind, text }) as const)
  })
}

function whole(kind: 'added' | 'removed', text: string): WordChange[] {
  return text === '' ? [] : [{ kind, text }]
}

function textOf(field: FieldWords): string {
  if (field.kind === 'items') return field.items.join(', ')
  return field.kind === 'picture' ? '' : field.text
}
