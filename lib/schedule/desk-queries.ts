import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { now } from '#lib/db/transact.ts'
import { readableReview } from '#lib/reviews/desk-queries-review.ts'
import { readableBy } from '#lib/reviews/desk-scope.ts'
import { ownedBy } from '#lib/reviews/working-copy.ts'
import { getSettings } from '#lib/settings/published.ts'
import { type ScheduledVerb, type Timing, turnText, verbOf } from './schedule.ts'

/** What is planned for a review, for its editor; null when it is not there for them. */
export async function getTiming(editor: Editor, id: string): Promise<Timing | null> {
  const review = await readableReview(editor, id)
  if (!review) return null
  const owned = ownedBy(review)
  const mayShare = can(editor, 'preview.share', owned)
  const at = await now(db())
  const [schedules, links, settings] = await Promise.all([
    db().schedule.findMany({
      where: { reviewId: id, state: { in: ['waiting', 'failed'] } },
      orderBy: { setAt: 'asc' },
      include: { by: { select: { name: true } } },
    }),
    mayShare
      ? db().previewLink.findMany({
          where: { reviewId: id, revokedAt: null, expiresAt: { gt: at } },
          orderBy: { createdAt: 'desc' },
        })
      : [],
    getSettings(),
  ])
  const last = schedules.at(-1)
  const isHeld = review.embargoAt !== null && review.embargoAt > at
  return {
    waiting: Object.fromEntries(
      schedules
        .filter(({ state }) => state === 'waiting')
        .map(row => [
          row.verb,
          { at: row.at.toISOString(), by: row.by?.name ?? null, turn: turnText(row.wall, row.zone) },
        ]),
    ),
    failed: last?.state === 'failed' ? { verb: last.verb, at: last.at.toISOString(), problem: last.problem } : null,
    embargo: review.embargoAt && isHeld ? { at: review.embargoAt.toISOString(), note: review.embargoNote } : null,
    links: links.map(link => ({
      id: link.id,
      name: link.name,
      expiresAt: link.expiresAt.toISOString(),
      lastSeenAt: link.lastSeenAt?.toISOString() ?? null,
    })),
    zone: editor.timeZone ?? settings.timeZone,
    may: {
      schedule: can(editor, 'review.publish', owned),
      retract: can(editor, 'review.retract', owned),
      embargo: can(editor, 'embargo.set', owned) && (!isHeld || can(editor, 'embargo.lift', owned)),
      share: mayShare,
    },
  }
}

/** Something that is to be done with a review. */
export interface Coming {
  reviewId: string
  title: string
  verb: ScheduledVerb
  /** ISO 8601. */
  at: string
  /** Whether whoever is asking may give it another time. */
  mayMove: boolean
}

/** What is scheduled between two moments (ISO 8601), in order, of the reviews that somebody may read. At most 500. */
export async function listScheduled(editor: Editor, from: string, to: string): Promise<Coming[]> {
  const rows = await db().schedule.findMany({
    where: { state: 'waiting', at: { gte: new Date(from), lt: new Date(to) }, review: readableBy(editor) },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    include: comingInclude,
    take: 500,
  })
  return rows.map(row => toComing(editor, row))
}

/** What is scheduled within a day from now. */
export async function listComing(editor: Editor): Promise<Coming[]> {
  const at = await now(db())
  return listScheduled(editor, at.toISOString(), new Date(at.getTime() + 86_400_000).toISOString())
}

/** What could not be done as scheduled in the last week, and was not scheduled again since; the latest first. */
export async function listNotKept(editor: Editor): Promise<(Coming & { problem: string })[]> {
  const at = await now(db())
  const rows = await db().schedule.findMany({
    where: {
      state: 'failed',
      endedAt: { gt: new Date(at.getTime() - 7 * 86_400_000) },
      review: { ...readableBy(editor), schedules: { none: { state: 'waiting' } } },
    },
    orderBy: { endedAt: 'desc' },
    include: comingInclude,
    take: 20,
  })
  return rows.map(row => ({ ...toComing(editor, row), problem: row.problem }))
}

const comingInclude = {
  review: {
    select: {
      title: true,
      createdById: true,
      publishedAt: true,
      assigneeId: true,
      critics: { select: { criticId: true } },
    },
  },
} satisfies Prisma.ScheduleInclude

function toComing(editor: Editor, row: Prisma.ScheduleGetPayload<{ include: typeof comingInclude }>): Coming {
  const { reviewId, verb, review } = row
  const mayMove = can(editor, verbOf[verb], ownedBy(review))
  return { reviewId, title: review.title, verb, at: row.at.toISOString(), mayMove }
}
