import { z } from 'zod'
import { db } from '#lib/db/client.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { getListPage, type ListCard, listListsById } from '#lib/lists/published.ts'
import { defineCollection, defineItem } from './operation.ts'
import { findItem } from './published-items.ts'
import { summariesOfReviews } from './published-reviews.ts'
import { slugParameter } from './query.ts'
import { listSchema, listSummarySchema } from './reference-schema.ts'
import { placeOf, toRef } from './shapes.ts'

export const listOperations = [
  defineCollection({
    id: 'listLists',
    path: '/lists',
    group: 'Lists',
    summary: 'Lists',
    description: 'Published lists of works, newest first.',
    example: () => '/lists?limit=2&fields=title,url,isRanked,entryCount',
    item: listSummarySchema,
    filters: {
      critic: slugParameter().optional().describe('The slug of a critic who signs the list.'),
      topic: slugParameter().optional().describe('The slug of a topic.'),
    },
    key: () => z.tuple([z.iso.datetime(), z.guid()]),
    read: async ({ critic, topic }, { after, take }) => {
      const [at = '', id = ''] = after ?? []
      const rows = await db().$queryRaw<{ id: string; publishedAt: Date }[]>`
        SELECT l.id::text, l.published_at AS "publishedAt" FROM list l
        WHERE l.published_at IS NOT NULL
          AND ${after ? Prisma.sql`(l.published_at, l.id) < (${at}::timestamptz, ${id}::uuid)` : Prisma.sql`true`}
          AND ${critic ? Prisma.sql`critic_id = (SELECT id FROM critic WHERE slug = ${critic})` : Prisma.sql`true`}
          AND ${topic ? Prisma.sql`topic_id = (SELECT id FROM topic WHERE slug = ${topic})` : Prisma.sql`true`}
        ORDER BY l.published_at DESC, l.id DESC LIMIT ${take}`
      const lists = new Map((await listListsById(rows.map(row => row.id))).map(list => [list.id, list]))
      return {
        rows: rows.flatMap(row => {
          const list = lists.get(row.id)
          return list ? [{ item: toListSummary(list), key: [row.publishedAt.toISOString(), row.id] }] : []
        }),
      }
    },
  }),
  defineItem({
    id: 'getList',
    path: '/lists/{slug}',
    group: 'Lists',
    summary: 'A list',
    description:
      'A list with all its works, each with the review that stands for it. Works without a live review are left out.',
    example: slug => `/lists/${slug}?fields=title,isRanked,entryCount,entries.rank,entries.review.work.title`,
    item: listSchema,
    named: 'The slug of the list.',
    read: slug => findItem('list', slug, readList),
  }),
]

function toListSummary({ id, title, path, standfirst, publishedAt, isRanked, critic, count }: ListCard) {
  return {
    ...{ id, title, standfirst, publishedAt, isRanked },
    ...placeOf(path),
    critic: critic && toRef(critic),
    entryCount: count,
  }
}

/** All of a list: it has five hundred entries at most, which its page shows fifty at a time. */
async function readList(slug: string) {
  const list = await getListPage(slug)
  if (!list) return null
  const others = Array.from({ length: list.pages - 1 }, (_, index) => index + 2)
  const pages = [list, ...(await Promise.all(others.map(page => getListPage(slug, page))))]
  const entries = pages.flatMap(page => page?.entries ?? [])
  const summaries = await summariesOfReviews(entries.map(({ review }) => review.id))
  return {
    ...toListSummary(list),
    modifiedAt: list.modifiedAt,
    topic: list.topic && toRef(list.topic),
    entries: entries.flatMap(({ rank, note, review }) => {
      const summary = summaries.get(review.id)
      return summary ? [{ rank, note, review: summary }] : []
    }),
  }
}
