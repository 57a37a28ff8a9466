import { cache } from 'react'
import { pathOf } from '#lib/addresses/addresses.ts'
import { db } from '#lib/db/client.ts'
import { listPublishedReviews } from '#lib/reviews/published.ts'
import type { Link, ReviewList } from '#lib/reviews/reviews.ts'

export interface CriticProfile extends Link {
  title: string
  bio: string
  taste: string
  /** How many live reviews carry this byline. */
  count: number
}

export interface CriticPage extends CriticProfile {
  slug: string
  /** Mean score, 0–100; null when nothing is scored. */
  averageScore: number | null
  /** How many scored reviews fall into each fifth of the scale, from lowest to highest. */
  spread: [number, number, number, number, number]
  list: ReviewList
}

/** Everyone who has something published, by name. */
export async function listCritics(): Promise<CriticProfile[]> {
  const rows = await db().critic.findMany({
    where: { publications: { some: { publication: { isCurrent: true } } } },
    orderBy: { name: 'asc' },
    include: { _count: { select: { publications: { where: { publication: { isCurrent: true } } } } } },
  })
  return rows.map(row => ({ ...profile(row), count: row._count.publications }))
}

/** A critic's profile and reviews, at `/critics/<slug>`. */
export const getCriticPage = cache(async (slug: string, page = 1): Promise<CriticPage | null> => {
  const critic = await db().critic.findUnique({ where: { slug } })
  if (!critic) return null
  const scored = await db().publication.findMany({
    where: { isCurrent: true, score: { not: null }, critics: { some: { criticId: critic.id } } },
    select: { score: true },
  })
  const scores = scored.flatMap(row => row.score?.toNumber() ?? [])
  const list = await listPublishedReviews({ critic: slug }, page)
  const spread: CriticPage['spread'] = [0, 0, 0, 0, 0]
  for (const score of scores) {
    const fifth = Math.min(4, Math.floor(score / 20))
    spread[fifth] = (spread[fifth] ?? 0) + 1
  }
  return {
    ...profile(critic),
    slug,
    count: list.total,
    averageScore: scores.length > 0 ? Math.round(scores.reduce((sum, score) => sum + score, 0) / scores.length) : null,
    spread,
    list,
  }
})

function profile(critic: { id: string; slug: string; name: string; title: string; bio: string; taste: string }) {
  return {
    id: critic.id,
    name: critic.name,
    path: pathOf('critic', critic.slug),
    title: critic.title,
    bio: critic.bio,
    taste: critic.taste,
  }
}
