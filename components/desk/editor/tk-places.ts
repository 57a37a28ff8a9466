import type { Node } from '@tiptap/pm/model'
import { findTks } from '#lib/prose/tk.ts'
import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'
import { tkFields, tksLeft } from '#lib/reviews/tks.ts'
import { type Marked, markedIn } from './line-marks.ts'

/** A TK to go to: in the text, or in a field with its place in what the field holds (a list is gone to as a whole). */
export type TkStop =
  | { field: 'body'; at: number; mark: Marked }
  | { field: Exclude<keyof ReviewContent, 'body'>; at: number; words: { from: number; to: number } | null }

/** Where somebody is: a field and the place in it; null before everything. */
export type Here = { field: keyof ReviewContent; at: number } | null

/** Every TK of a review, in the order of its page. */
export function tkStops(content: ReviewContent, doc: Node): TkStop[] {
  const outside = tksLeft(content).flatMap(({ field }): TkStop[] => {
    if (field === 'body') return []
    const text = content[field]
    if (typeof text !== 'string') return [{ field, at: 0, words: null }]
    return findTks(text).map(words => ({ field, at: words.from, words }))
  })
  // The text as it stands on the screen, which may be newer than what is written down of it.
  const inside = markedIn(doc, findTks).map(
    (mark): TkStop => ({ field: 'body', at: mark.in === 'text' ? mark.from : mark.at, mark }),
  )
  return [...outside, ...inside].sort(compare)
}

/** The next TK from here on, or the one before, round at the ends; null when there is none. With its number among all, from 1. */
export function nextTk(stops: TkStop[], here: Here, by: 1 | -1): { stop: TkStop; number: number } | null {
  const index =
    by === 1
      ? stops.findIndex(stop => !here || compare(stop, here) > 0)
      : stops.findLastIndex(stop => here !== null && compare(stop, here) < 0)
  const stop = stops.at(index < 0 ? (by === 1 ? 0 : -1) : index)
  return stop ? { stop, number: stops.indexOf(stop) + 1 } : null
}

function compare(a: NonNullable<Here>, b: NonNullable<Here>): number {
  return tkFields.indexOf(a.field) - tkFields.indexOf(b.field) || a.at - b.at
}
