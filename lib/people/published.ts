import { cache } from 'react'
import { db } from '#lib/db/client.ts'
import { listCards } from '#lib/reviews/published.ts'
import type { ReviewCard } from '#lib/reviews/reviews.ts'
import { type CreditRole, creditRoles, roleName } from '#lib/works/works.ts'

export interface PersonPage {
  id: string
  kind: 'person' | 'group'
  name: string
  aliases: string[]
  /** What they did in works that were reviewed here, by role, newest work first. */
  roles: { role: CreditRole; name: string; entries: { character: string | null; reviews: ReviewCard[] }[] }[]
  /** How many works of theirs have been reviewed here. */
  works: number
  /** Mean of the scores of those reviews, 0–100; null when none is scored. */
  averageScore: number | null
}

/** What somebody made or played in that was reviewed here, at `/people/<slug>`. Nothing else: this is no filmography. */
export const getPersonPage = cache(async (slug: string): Promise<PersonPage | null> => {
  const person = await db().person.findUnique({
    where: { slug },
    include: {
      credits: { include: { work: { select: { id: true, releaseYear: true } } }, orderBy: { position: 'asc' } },
    },
  })
  if (!person) return null
  const credits = person.credits.sort((a, b) => (b.work.releaseYear ?? 0) - (a.work.releaseYear ?? 0))
  const workIds = [...new Set(credits.map(credit => credit.workId))]
  const reviews = await listCards({ OR: [{ workId: { in: workIds } }, { work: { parentId: { in: workIds } } }] }, 200)
  const parents = await parentsOf(reviews.map(review => review.work.id))
  const reviewsOf = (workId: string) =>
    reviews.filter(review => review.work.id === workId || parents.get(review.work.id) === workId)
  const scores = reviews.flatMap(review => review.score ?? [])
  return {
    id: person.id,
    kind: person.kind,
    name: person.name,
    aliases: person.aliases,
    roles: creditRoles.flatMap(role => {
      const entries = credits
        .filter(credit => credit.role === role)
        .map(credit => ({ character: credit.character, reviews: reviewsOf(credit.workId) }))
        .filter(entry => entry.reviews.length > 0)
      return entries.length > 0 ? [{ role, name: roleName(role), entries }] : []
    }),
    works: new Set(reviews.map(review => review.work.id)).size,
    averageScore: scores.length > 0 ? Math.round(scores.reduce((sum, score) => sum + score, 0) / scores.length) : null,
  }
})

async function parentsOf(workIds: string[]): Promise<Map<string, string>> {
  const works = await db().work.findMany({
    where: { id: { in: workIds }, parentId: { not: null } },
    select: { id: true, parentId: true },
  })
  return new Map(works.flatMap(work => (work.parentId ? [[work.id, work.parentId]] : [])))
}
