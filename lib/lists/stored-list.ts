import type { Owned } from '#lib/auth/policy.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import type { ListContent } from './lists.ts'

// A row of List with its entries, and what it says.

export const storedListInclude = {
  entries: { orderBy: { position: 'asc' }, select: { workId: true, note: true } },
} satisfies Prisma.ListInclude

export type StoredList = Prisma.ListGetPayload<{ include: typeof storedListInclude }>

/** What the desk edits of a stored list. */
export function contentOfList({
  slug,
  title,
  standfirst,
  criticId,
  topicId,
  isRanked,
  entries,
}: StoredList): ListContent {
  return { slug, title, standfirst, criticId, topicId, isRanked, entries }
}

/** What the policy asks about a list. */
export function ownedList(list: {
  createdById: string | null
  criticId: string | null
  publishedAt: Date | null
}): Owned {
  return {
    createdById: list.createdById,
    criticIds: list.criticId ? [list.criticId] : [],
    wasPublished: list.publishedAt !== null,
  }
}
