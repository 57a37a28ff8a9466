'use client'
import { isOnScale, ratingSentence } from '#lib/ratings/ratings.ts'
import type { ReviewField } from '#lib/reviews/compare.ts'
import { contentText } from '#lib/reviews/content-text.ts'
import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'
import { useEditorDesk } from './editor-context.tsx'

/** A field of a content in words, for comparing: names for ids, the sentence for the rating, the text without its marks. */
export function useFieldText(): (field: ReviewField, content: ReviewContent) => string {
  const { choices, known } = useEditorDesk()
  const names = new Map([...choices.sections, ...choices.topics, ...choices.critics].map(({ id, name }) => [id, name]))
  for (const work of Object.values(known.works)) names.set(work.id, work.title)
  for (const review of Object.values(known.reviews)) names.set(review.id, review.title)
  return (field, content) =>
    contentText(field, content, {
      nameOf: id => names.get(id) ?? 'Another one',
      ratingOf: ({ scaleVersionId, value, unit }) => {
        const choice = choices.scales.find(scale => scale.id === scaleVersionId)
        return choice && isOnScale(value, choice.scale)
          ? ratingSentence({ scale: choice.scale, unit: unit ?? choice.unit, value })
          : String(value)
      },
    })
}
