import type { ReviewContent } from './reviews-schema.ts'

// Two states of a review beside each other: whether they are the same, where they differ, and how to make one of both.

export type ReviewField = keyof ReviewContent

const names: Record<ReviewField, string> = {
  title: 'Headline',
  standfirst: 'Standfirst',
  body: 'Text',
  verdict: 'Verdict',
  pullQuote: 'Pull quote',
  rating: 'Rating',
  badges: 'Badges',
  pros: 'What is said for it',
  cons: 'What is said against it',
  aspects: 'Aspects',
  workId: 'Work',
  criticIds: 'Critics',
  sectionId: 'Section',
  topicIds: 'Topics',
  kind: 'Kind',
  rereviewOfId: 'Earlier review',
  language: 'Language',
  translationOfId: 'Translation of',
  seenHow: 'How it was seen',
  seenEdition: 'Edition or version',
  seenPlatform: 'Platform',
  seen: 'Where it was seen',
  spoilers: 'Spoilers',
  advisory: 'Content advisory',
  disclosures: 'Disclosures',
  disclosureNote: 'Disclosure in our own words',
  imageId: 'Picture',
  imageAlt: 'Description of the picture',
  imageCaption: 'Caption',
  imageCredit: 'Credit of the picture',
  slug: 'Address',
  searchTitle: 'Title for search engines',
  searchDescription: 'Description for search engines',
}

/** "Standfirst" */
export function fieldName(field: ReviewField): string {
  return names[field]
}

/** Every field, in the order of the page. */
export function reviewFields(content: ReviewContent): ReviewField[] {
  return Object.keys(names).flatMap(name => (name in content && isField(name) ? [name] : []))
}

export function isField(name: string): name is ReviewField {
  return name in names
}

/** Whether two contents are the same: sets have no order, objects no order of keys. */
export function sameContent(a: ReviewContent, b: ReviewContent): boolean {
  return differingFields(a, b).length === 0
}

/** The fields in which two contents differ, in the order of the page. */
export function differingFields(a: ReviewContent, b: ReviewContent): ReviewField[] {
  return reviewFields(a).filter(field => !sameField(field, a, b))
}

/**
 * The side that a merge of two contents begins with, field by field: whoever changed it since `base`. Where both did, mine; where
 * nobody knows the base, mine.
 */
export function likelySide(
  field: ReviewField,
  sides: { base: ReviewContent | null; mine: ReviewContent; theirs: ReviewContent },
): 'mine' | 'theirs' {
  const { base, mine, theirs } = sides
  if (!base) return 'mine'
  return sameField(field, base, mine) && !sameField(field, base, theirs) ? 'theirs' : 'mine'
}

/** Mine, with these fields of theirs. */
export function mergeContent(
  mine: ReviewContent,
  theirs: ReviewContent,
  fromTheirs: Iterable<ReviewField>,
): ReviewContent {
  return { ...mine, ...pickFields(theirs, new Set(fromTheirs)) }
}

function pickFields(content: ReviewContent, fields: Set<ReviewField>): Partial<ReviewContent> {
  return Object.fromEntries(Object.entries(content).filter(([name]) => isField(name) && fields.has(name)))
}

function sameField(field: ReviewField, a: ReviewContent, b: ReviewContent): boolean {
  if (a[field] === b[field]) return true
  if (field === 'topicIds') return written([...a.topicIds].sort()) === written([...b.topicIds].sort())
  return written(a[field]) === written(b[field])
}

function written(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
