import { cache } from 'react'
import { pathOf } from '#lib/addresses/addresses.ts'
import { db } from '#lib/db/client.ts'
import { listCards } from '#lib/reviews/published.ts'
import type { Link, ReviewCard } from '#lib/reviews/reviews.ts'

export interface ListCard {
  id: string
  path: string
  title: string
  standfirst: string
  publishedAt: string
  critic: Link | null
  count: number
}

export interface ListPage extends ListCard {
  modifiedAt: string
  /** From rank 1. Works without a live review are left out, and the ranks closed. */
  entries: { rank: number; note: string; review: ReviewCard }[]
}

const include = { critic: true, _count: { select: { entries: true } } } as const

/** Published lists, newest first. */
export async function listLists(most = 50): Promise<ListCard[]> {
  const rows = await db().list.findMany({
    where: { publishedAt: { not: null } },
    orderBy: { publishedAt: 'desc' },
    take: most,
    include,
  })
  return rows.map(row => ({ ...card(row), count: row._count.entries }))
}

/** A ranked list, at `/lists/<slug>`. Each work stands with its newest review. */
export const getListPage = cache(async (slug: string): Promise<ListPage | null> => {
  const row = await db().list.findFirst({
    where: { slug, publishedAt: { not: null } },
    include: { critic: true, entries: { orderBy: { position: 'asc' } } },
  })
  if (!row) return null
  const reviews = await listCards({ workId: { in: row.entries.map(entry => entry.workId) } }, 500)
  const entries = row.entries
    .flatMap(entry => {
      const review = reviews.find(candidate => candidate.work.id === entry.workId)
      return review ? [{ note: entry.note, review }] : []
    })
    .map((entry, index) => ({ ...entry, rank: index + 1 }))
  return {
    ...card(row),
    count: entries.length,
    modifiedAt: (row.modifiedAt ?? row.publishedAt ?? new Date(0)).toISOString(),
    entries,
  }
})

interface Row {
  id: string
  slug: string
  title: string
  standfirst: string
  publishedAt: Date | null
  critic: { id: string; slug: string; name: string } | null
}

function card(row: Row): Omit<ListCard, 'count'> {
  return {
    id: row.id,
    path: pathOf('list', row.slug),
    title: row.title,
    standfirst: row.standfirst,
    publishedAt: (row.publishedAt ?? new Date(0)).toISOString(),
    critic: row.critic && { id: row.critic.id, name: row.critic.name, path: pathOf('critic', row.critic.slug) },
  }
}
