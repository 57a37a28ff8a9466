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
  const list = await listPublishedReviews({ critic: slug }, page)
  return { ...profile(critic), slug, count: list.total, list }
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
