import { Temporal } from 'temporal-polyfill'
import type { Editor } from '#lib/auth/editor.ts'
import { db } from '#lib/db/client.ts'
import { notLive } from '#lib/reviews/desk-queries-where.ts'
import { readableBy } from '#lib/reviews/desk-scope.ts'
import { type Coming, listScheduled } from '#lib/schedule/desk-queries.ts'
import { getSettings } from '#lib/settings/published.ts'
import { findCards } from './desk-queries-cards.ts'
import { addDays, type Card } from './workflow.ts'

export interface CalendarDay {
  day: string
  due: Card[]
  /** First published on this day, in the publication's zone: the first of them, and how many there are. */
  published: Card[]
  publishedCount: number
  scheduled: ShownTime[]
}

/** What is to be done with a review on a day, at a time of the publication's zone ("09:00"). */
export type ShownTime = Coming & { time: string }

const mostOfEach = 600
/** Of a month of a busy house. */
const mostPublished = 5_000

/**
 * What is due, what was published and what is scheduled on each of these days in a row, as far as this editor may read it; of what was
 * published, at most so many a day.
 */
export async function getCalendar(
  editor: Editor,
  days: readonly string[],
  { publishedADay = mostOfEach } = {},
): Promise<CalendarDay[]> {
  const [first = '', last = ''] = [days[0], days.at(-1)]
  const { timeZone } = await getSettings()
  const midnight = (day: string) =>
    new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).toInstant().epochMilliseconds)
  const readable = readableBy(editor)
  const [due, published, coming] = await Promise.all([
    findCards(
      editor,
      { AND: [readable, notLive, { dueOn: { gte: new Date(first), lte: new Date(last) } }] },
      { orderBy: [{ dueOn: 'asc' }, { priority: 'desc' }, { id: 'asc' }], take: mostOfEach },
    ),
    db().review.findMany({
      where: {
        AND: [
          readable,
          {
            publishedAt: { gte: midnight(first), lt: midnight(addDays(last, 1)) },
            publishedVersion: { not: null },
            retractedAt: null,
          },
        ],
      },
      select: { id: true, publishedAt: true },
      orderBy: [{ publishedAt: 'asc' }, { id: 'asc' }],
      take: mostPublished,
    }),
    listScheduled(editor, midnight(first).toISOString(), midnight(addDays(last, 1)).toISOString()),
  ])
  const there = (iso: string) => Temporal.Instant.from(iso).toZonedDateTimeISO(timeZone)
  const dayOf = (iso: string) => there(iso).toPlainDate().toString()
  const publishedOn = Map.groupBy(published, ({ publishedAt }) => (publishedAt ? dayOf(publishedAt.toISOString()) : ''))
  const shown = [...publishedOn.values()].flatMap(those => those.slice(0, publishedADay)).map(({ id }) => id)
  const cards = await findCards(editor, { id: { in: shown } }, { orderBy: [{ id: 'asc' }], take: shown.length })
  const cardOf = new Map(cards.map(card => [card.id, card]))
  const dueOn = Map.groupBy(due, card => card.dueOn ?? '')
  const scheduled = coming.map(each => {
    return { ...each, time: there(each.at).toPlainTime().toString({ smallestUnit: 'minute' }) }
  })
  const scheduledOn = Map.groupBy(scheduled, ({ at }) => dayOf(at))
  return days.map(day => ({
    day,
    due: dueOn.get(day) ?? [],
    published: (publishedOn.get(day) ?? []).flatMap(({ id }) => cardOf.get(id) ?? []),
    publishedCount: publishedOn.get(day)?.length ?? 0,
    scheduled: scheduledOn.get(day) ?? [],
  }))
}
