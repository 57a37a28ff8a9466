import { z } from 'zod'
import { syncArchiveAddress } from '#lib/addresses/commands.ts'
import { connect } from '#lib/db/connect.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { env } from '#lib/env.ts'
import { appendContentEvent } from '#lib/events/commands.ts'
import { isKey, removeFiles } from '#lib/media/keep.ts'
import { storage } from '#lib/storage/open.ts'
import type { DemoOptions } from './load.ts'

const ids = z.array(z.uuid())
const demoSchema = z.object({
  reviews: ids,
  works: ids,
  people: ids,
  critics: ids,
  topics: ids,
  lists: ids,
  series: ids.default([]),
  media: ids,
})

/**
 * Removes what `loadDemo` loaded, and nothing that was made since: a work or a person of the demo that somebody's own review
 * needs stays, with its page. Sections and scales stay too. Returns false when there is no demo.
 */
export async function removeDemo({ databaseUrl, dataDir, progress = () => {} }: DemoOptions): Promise<boolean> {
  const { prisma, close } = connect(databaseUrl)
  try {
    const pictures = await prisma.$transaction(removeRows, { timeout: 120_000 })
    if (!pictures) return false
    const place = storage({ ...env(), DATA_DIR: dataDir })
    for (const { name, cropName, original } of pictures) {
      for (const each of new Set([name, cropName ?? name])) await removeFiles(each, 'all', place)
      if (original !== null && isKey(original)) await place.remove(original)
    }
    progress(`${pictures.length} pictures removed`)
    return true
  } finally {
    await close()
  }
}

type Tx = Prisma.TransactionClient
type Picture = { name: string; cropName: string | null; original: string | null }

async function removeRows(tx: Tx): Promise<Picture[] | null> {
  const setting = await tx.setting.findUnique({ where: { key: 'demo' } })
  const demo = demoSchema.safeParse(setting?.value)
  if (!demo.success) return null
  const { reviews, works, people, critics, topics, lists, series, media } = demo.data
  const years = await tx.publication.findMany({
    where: { reviewId: { in: reviews } },
    select: { year: true },
    distinct: ['year'],
  })
  await tx.list.deleteMany({ where: { id: { in: lists } } })
  await tx.review.updateMany({ where: { rereviewOfId: { in: reviews } }, data: { rereviewOfId: null } })
  await tx.review.updateMany({ where: { translationOfId: { in: reviews } }, data: { translationOfId: null } })
  // What aggregators were sent of the demo goes with it, and the files that told of nothing else.
  await tx.deliveredReview.deleteMany({ where: { reviewId: { in: reviews } } })
  await tx.delivery.deleteMany({ where: { reviews: { none: {} } } })
  await tx.publication.deleteMany({ where: { reviewId: { in: reviews } } })
  await tx.review.deleteMany({ where: { id: { in: reviews } } })
  // Seasons before their series; what is still used stays.
  const unused = { reviews: { none: {} }, publications: { none: {} }, listEntries: { none: {} }, parts: { none: {} } }
  await tx.work.deleteMany({ where: { id: { in: works }, parentId: { not: null }, ...unused } })
  await tx.work.deleteMany({ where: { id: { in: works }, ...unused } })
  await tx.person.deleteMany({ where: { id: { in: people }, credits: { none: {} } } })
  await tx.workSeries.deleteMany({ where: { id: { in: series }, entries: { none: {} } } })
  await tx.critic.deleteMany({
    where: {
      id: { in: critics },
      userId: null,
      reviews: { none: {} },
      publications: { none: {} },
      lists: { none: {} },
    },
  })
  await tx.topic.deleteMany({
    where: { id: { in: topics }, reviews: { none: {} }, publications: { none: {} }, lists: { none: {} } },
  })
  const pictures = await tx.media.findMany({
    where: { id: { in: media }, reviews: { none: {} }, publications: { none: {} }, glyphs: { none: {} } },
  })
  await tx.media.deleteMany({ where: { id: { in: pictures.map(picture => picture.id) } } })
  await removeAddresses(tx, demo.data)
  for (const { year } of years) await syncArchiveAddress(tx, year)
  await tx.setting.deleteMany({ where: { key: { in: ['demo', 'leadReviewId'] } } })
  await appendContentEvent(tx, { kind: 'demo.remove', tags: [], purge: true })
  return pictures
}

/** Addresses of rows that are gone: they were samples, so they answer 404 and can be used again. */
async function removeAddresses(tx: Tx, demo: z.infer<typeof demoSchema>): Promise<void> {
  const kept = new Set<string>()
  for (const table of [tx.review, tx.work, tx.person, tx.critic, tx.topic, tx.list, tx.workSeries]) {
    for (const row of await rowsOf(table)) kept.add(row.id)
  }
  const gone = [
    ...demo.reviews,
    ...demo.works,
    ...demo.people,
    ...demo.critics,
    ...demo.topics,
    ...demo.lists,
    ...demo.series,
  ].filter(id => !kept.has(id))
  await tx.address.deleteMany({ where: { subjectId: { in: gone }, state: 'moved' } })
  await tx.address.deleteMany({ where: { subjectId: { in: gone } } })
}

interface Table {
  findMany(args: { select: { id: true } }): Promise<{ id: string }[]>
}

function rowsOf(table: Table): Promise<{ id: string }[]> {
  return table.findMany({ select: { id: true } })
}
