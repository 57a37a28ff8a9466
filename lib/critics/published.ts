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

/** Everyone who has something published, by name. How much is counted by the search's bitmaps. */
export async function listCritics(): Promise<CriticProfile[]> {
  const counted = await db().$queryRaw<{ id: string; count: number }[]>`
    SELECT substr(f.key, 8) AS id, sum(bit_count(b.bits))::integer AS count
    FROM search_facet f JOIN search_facet_bits b ON b.facet_id = f.id WHERE f.key LIKE 'critic:%' GROUP BY f.key`
  const counts = new Map(counted.filter(({ count }) => count > 0).map(({ id, count }) => [id, count]))
  const rows = await db().critic.findMany({ where: { id: { in: [...counts.keys()] } }, orderBy: { name: 'asc' } })
  return rows.map(row => ({ ...profile(row), count: counts.get(row.id) ?? 0 }))
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
