import { type Difference, diffFields, type FieldWords } from '#lib/history/field-diff.ts'
import { diffTexts } from '#lib/history/text-diff.ts'
import { fieldName, type ReviewField, reviewFields } from './compare.ts'
import { contentText, type Names } from './content-text.ts'
import type { ReviewContent } from './reviews-schema.ts'

/** What differs between two contents of a review: its text line by line, every other field in words. */
export function diffReviews(before: ReviewContent, after: ReviewContent, names: Names): Difference {
  const fields = (content: ReviewContent) =>
    reviewFields(content).flatMap(field => (field === 'body' ? [] : [wordsOf(field, content, names)]))
  return { fields: diffFields(fields(before), fields(after)), text: diffTexts(before.body, after.body) }
}

/** Fields that are chosen, not written: one value in place of another. */
const chosen = new Set<ReviewField>([
  'rating',
  'workId',
  'sectionId',
  'rereviewOfId',
  'translationOfId',
  'language',
  'kind',
  'spoilers',
  'seenHow',
  'slug',
])

const lists = new Set<ReviewField>(['topicIds', 'criticIds', 'badges', 'pros', 'cons', 'aspects', 'disclosures'])

function wordsOf(field: ReviewField, content: ReviewContent, names: Names): FieldWords {
  const name = fieldName(field)
  if (field === 'imageId') return { name, kind: 'picture', mediaId: content.imageId }
  if (lists.has(field)) return { name, kind: 'items', items: itemsOf(field, content, names) }
  return { name, kind: chosen.has(field) ? 'value' : 'text', text: contentText(field, content, names) }
}

function itemsOf(field: ReviewField, content: ReviewContent, names: Names): string[] {
  const one = (part: Partial<ReviewContent>) => contentText(field, { ...content, ...part }, names)
  switch (field) {
    // Topics have no order.
    case 'topicIds':
      return content.topicIds.map(id => one({ topicIds: [id] })).sort()
    case 'criticIds':
      return content.criticIds.map(id => one({ criticIds: [id] }))
    case 'aspects':
      return content.aspects.map(aspect => one({ aspects: [aspect] }))
    case 'disclosures':
      return content.disclosures.map(disclosure => one({ disclosures: [disclosure] }))
    case 'badges':
    case 'pros':
    case 'cons':
      return content[field]
    default:
      return []
  }
}
