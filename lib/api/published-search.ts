import { z } from 'zod'
import { search } from '#lib/search/published.ts'
import { longestQuery, reviewSorts } from '#lib/search/search.ts'
import { workKinds } from '#lib/works/works.ts'
import { component } from './components.ts'
import { reviewFilters } from './filters.ts'
import { defineCollection } from './operation.ts'
import { place } from './parts-schema.ts'
import { summariesOfReviews } from './published-reviews.ts'
import { oneOf } from './query.ts'
import { searchHitSchema } from './review-schema.ts'
import { placeOf } from './shapes.ts'

const nameHitSchema = component(
  'NameHit',
  'Something that is called nearly what was looked for.',
  z.strictObject({
    noun: z.enum(['work', 'person', 'critic', 'topic', 'section', 'series']),
    name: z.string(),
    slug: z.string(),
    ...place,
    kind: z.enum(workKinds).nullable().describe('Of a work.'),
    year: z.int().nullable().describe('Of a work.'),
    count: z.int().describe('Live reviews; of a person or a series, works.'),
  }),
)

export const searchOperation = defineCollection({
  id: 'search',
  path: '/search',
  group: 'Search',
  summary: 'Search',
  description:
    'What the reviews, and the names of works and people, have of some words: the nearest first, twelve at a time. Slips are forgiven, “quotation marks” keep words together, and a minus before a word excludes it. What gives something away is never searched. Pages of a search are counted, not kept: what is published between two of them can move a review from one to the other.',
  example: words => `/search?q=${encodeURIComponent(words)}&fields=review.title,review.url,snippet`,
  item: searchHitSchema,
  beside: {
    names: z.array(nameHitSchema).describe('Works, people and the like by name; on the first page only.'),
    total: z.int().describe('Reviews that were found.'),
    instead: z.string().nullable().describe('What the words were probably meant as.'),
    isCorrected: z
      .boolean()
      .describe('Whether that was looked for, because the words as they were typed find nothing.'),
  },
  hasLimit: false,
  filters: {
    q: z
      .string()
      .trim()
      .min(1, 'Say what to look for.')
      .max(longestQuery, `At most ${longestQuery} characters.`)
      .describe('The words.'),
    ...reviewFilters,
    sort: oneOf(['relevance', ...reviewSorts])
      .default('relevance')
      .describe('The order.'),
  },
  key: () => z.tuple([z.string().regex(/^[1-9]\d{0,3}$/)]),
  read: async ({ q, sort, ...filter }, { after }) => {
    const page = Number(after?.[0] ?? 0) + 1
    const found = await search(q, filter, sort, page)
    if (!found) return { rows: [], isMore: false, beside: nothing }
    const { names, total, instead, isCorrected } = found
    // A page past the end shows the last one to people; a program has had that already.
    const reviews = found.page === page ? found.reviews : []
    const summaries = await summariesOfReviews(reviews.map(({ review }) => review.id))
    return {
      rows: reviews.flatMap(({ review, headline, snippet }) => {
        const summary = summaries.get(review.id)
        return summary ? [{ item: { review: summary, headline, snippet }, key: [String(page)] }] : []
      }),
      isMore: page < found.pages,
      beside: { names: names.map(({ path, ...name }) => ({ ...name, ...placeOf(path) })), total, instead, isCorrected },
    }
  },
})

const nothing = { names: [], total: 0, instead: null, isCorrected: false }
