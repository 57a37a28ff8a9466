import { emptyProse } from '#lib/prose/prose.ts'
import { noDetails } from './details.ts'
import type { ReviewContent } from './reviews-schema.ts'

/** A review of which nothing is written yet but its address. For tests. */
export const emptyContent: ReviewContent = {
  slug: 'her',
  kind: 'full',
  title: '',
  standfirst: '',
  body: emptyProse,
  verdict: '',
  seen: '',
  spoilers: 'none',
  workId: null,
  sectionId: null,
  criticIds: [],
  topicIds: [],
  rating: null,
  imageId: null,
  imageAlt: '',
  imageCaption: '',
  imageCredit: '',
  searchTitle: '',
  searchDescription: '',
  rereviewOfId: null,
  language: null,
  translationOfId: null,
  ...noDetails,
}
