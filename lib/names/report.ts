import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'
import type { NameCheck, NameDoubt } from './names.ts'
import { bodyPassages, fieldPassages } from './passages.ts'

/** A doubt with the words around it: how the report shows it. */
export interface PlacedDoubt extends Omit<NameDoubt, 'from' | 'to'> {
  /** "Text", "Headline". */
  place: string
  sentence: string
  /** Where in the sentence it begins. */
  offset: number
}

/** Of one review no more than this many: one with more has another language, or another cast. */
const mostOfOne = 40

/** All that is doubted in a review, in the order of reading. */
export function doubtsOf(content: ReviewContent, check: NameCheck): PlacedDoubt[] {
  const passages = [...fieldPassages(content), ...bodyPassages(content.body)]
  return passages
    .flatMap(({ place, text }) =>
      check.doubtsIn(text).map(({ from, to, ...doubt }) => ({ ...doubt, place, ...sentenceAround(text, from, to) })),
    )
    .slice(0, mostOfOne)
}

/** The sentence of a word, cut to some 200 characters around it, and where in it the word begins. */
export function sentenceAround(text: string, from: number, to: number): { sentence: string; offset: number } {
  const breaks = [...text.matchAll(/[.!?…]["'”’)]*\s+|\n/g)].map(match => match.index + match[0].length)
  const begin = Math.max(0, ...breaks.filter(at => at <= from))
  const end = Math.min(text.length, ...breaks.filter(at => at >= to))
  const start = from - begin > 120 ? text.indexOf(' ', from - 100) + 1 : begin
  const stop = end - to > 120 ? Math.max(to, text.lastIndexOf(' ', to + 100)) : end
  const head = start > begin ? '…' : ''
  const sentence = `${head}${text.slice(start, stop).trimEnd()}${stop < end ? '…' : ''}`
  return { sentence: sentence.replaceAll('\ufffc', '…').replaceAll('\n', ' '), offset: from - start + head.length }
}
