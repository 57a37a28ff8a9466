import { answer, forEditor } from '#app/api/desk/answers.ts'
import { searchEarlierReviews } from '#lib/reviews/desk-queries-review.ts'
import { searchMentions, searchWorks } from '#lib/works/desk-queries.ts'
import { listLikelyWorks } from '#lib/works/desk-queries-likely.ts'
import { parentKindsOf } from '#lib/works/works.ts'
import { deskSearchSchema } from '#lib/works/works-schema.ts'

/** What the desk's fields find as one types: works, what a work can be part of or may be, `@` mentions, published reviews. */
export async function GET(request: Request): Promise<Response> {
  return forEditor(async editor => {
    const { searchParams } = new URL(request.url)
    const input = deskSearchSchema.safeParse(Object.fromEntries(searchParams))
    if (!input.success) return answer(422, { code: 'invalid' })
    const { q, among, work, kind, year } = input.data
    if (among === 'likely') return answer(200, { found: await listLikelyWorks(editor, { title: q, kind, year }) })
    if (among === 'wholes') {
      const kinds = parentKindsOf(kind)
      return answer(200, { found: await searchWorks(editor, q, kinds ? { kinds: [...kinds] } : {}) })
    }
    if (among === 'works') return answer(200, { found: await searchWorks(editor, q) })
    if (among === 'mentions') return answer(200, { found: await searchMentions(editor, q) })
    return answer(200, { found: await searchEarlierReviews(editor, { workId: work, query: q }) })
  })
}
