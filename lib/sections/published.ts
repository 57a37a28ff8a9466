import { cache } from 'react'
import { pathOf } from '#lib/addresses/addresses.ts'
import { db } from '#lib/db/client.ts'
import { listCards, listPublishedReviews } from '#lib/reviews/published.ts'
import type { Link, ReviewCard, ReviewList } from '#lib/reviews/reviews.ts'

export interface SectionPage extends Link {
  slug: string
  description: string
  list: ReviewList
}

/** Sections in the order in which the publication names them. Read once per request. */
export const listSections = cache(async (): Promise<(Link & { slug: string; description: string })[]> => {
  const rows = await db().section.findMany({ orderBy: [{ position: 'asc' }, { name: 'asc' }] })
  return rows.map(row => ({
    id: row.id,
    slug: row.slug,
    name: row.name,
    description: row.description,
    path: pathOf('section', row.slug),
  }))
})

/** A section and its reviews, at `/sections/<slug>`. */
export const getSectionPage = cache(async (slug: string, page = 1): Promise<SectionPage | null> => {
  const section = (await listSections()).find(known => known.slug === slug)
  return section ? { ...section, list: await listPublishedReviews({ section: slug }, page) } : null
})

/** A topic and its reviews, at `/topics/<slug>`. */
export const getTopicPage = cache(async (slug: string, page = 1): Promise<SectionPage | null> => {
  const topic = await db().topic.findUnique({ where: { slug } })
  if (!topic) return null
  const { id, name, description } = topic
  return {
    id,
    slug,
    name,
    description,
    path: pathOf('topic', slug),
    list: await listPublishedReviews({ topic: slug }, page),
  }
})

/** Each section with its newest reviews; sections with nothing in them are left out. */
export async function listSectionFronts(
  without: string[],
  most = 4,
): Promise<{ section: Link & { description: string }; reviews: ReviewCard[] }[]> {
  const sections = await listSections()
  const fronts = await Promise.all(
    sections.map(async section => ({
      section,
      reviews: await listCards({ sectionId: section.id, reviewId: { notIn: without } }, most),
    })),
  )
  return fronts.filter(front => front.reviews.length > 0)
}
