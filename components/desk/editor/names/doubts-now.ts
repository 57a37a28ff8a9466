import type { Editor } from '@tiptap/core'
import type { NameDoubt } from '#lib/names/names.ts'
import { type AttributeDoubt, type MarkedDoubt, nameMarks } from './name-marks.ts'

// What the name check shows changes seldom, its places in the text with every key: what is shown is kept, and places are asked for anew.

export interface TextDoubts {
  marks: MarkedDoubt[]
  beside: AttributeDoubt[]
}

export const none: TextDoubts = { marks: [], beside: [] }

/** Whether the same was found in the same order, wherever it stands now. */
export function isAlike(before: TextDoubts, now: TextDoubts): boolean {
  return (
    before.marks.length === now.marks.length &&
    before.beside.length === now.beside.length &&
    before.marks.every((mark, index) => isOne(mark, now.marks[index])) &&
    before.beside.every(({ doubt, text, place }, index) => {
      const other = now.beside[index]
      return text === other?.text && place === other.place && isOne(doubt, other.doubt)
    })
  )
}

function isOne(doubt: NameDoubt, other: NameDoubt | undefined): boolean {
  return doubt.text === other?.text && doubt.suggestion === other.suggestion
}

/** Where a doubt stands after what was typed since it was listed: the nearest with its words. */
export function markNow({ state }: Editor, mark: MarkedDoubt): MarkedDoubt {
  const { marks } = nameMarks.getState(state) ?? none
  return nearest(marks, mark.from, one => (isOne(one, mark) ? one.from : null)) ?? mark
}

/** The same for the words of a picture or a cover. */
export function besideNow({ state }: Editor, own: AttributeDoubt): AttributeDoubt {
  const { beside } = nameMarks.getState(state) ?? none
  const isOwn = (one: AttributeDoubt) =>
    one.text === own.text && one.attribute === own.attribute && isOne(one.doubt, own.doubt)
  return nearest(beside, own.at, one => (isOwn(one) ? one.at : null)) ?? own
}

function nearest<T>(all: T[], to: number, placeOf: (one: T) => number | null): T | undefined {
  const placed = all.flatMap(one => {
    const place = placeOf(one)
    return place === null ? [] : [{ one, far: Math.abs(place - to) }]
  })
  return placed.sort((a, b) => a.far - b.far)[0]?.one
}
