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
  /** First published on this day, in the publication's zone. */
  published: Card[]
  scheduled: ShownTime[]
  /** How many of these there are besides, when only some are asked for. */
  more: number
}

/** What is to be done with a review on a day, at a time of the publication's zone ("09:00"). */
export type ShownTime = Coming & { time: string }

/** Of a month of a busy house. */
const mostOfEach = 5_000

/**
 * What is due, what was published and what is scheduled on each of these days in a row, as far as this editor may read it; of each at most
 * so many a day.
 */
export async function getCalendar(
  editor: Editor,
  days: readonly string[],
  { aDay = mostOfEach } = {},
): Promise<CalendarDay[]> {
  const [first = '', last = ''] = [days[0], days.at(-1)]
  const { timeZone } = await getSettings()
  const midnight = (day: string) =>
    new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).toInstant().epochMilliseconds)
  const [from, to] = [midnight(first), midnight(addDays(last, 1))]
  const there = (iso: string) => Temporal.Instant.from(iso).toZonedDateTimeISO(timeZone)
  const dayOf = (iso: string) => there(iso).toPlainDate().toString()
  const select = { id: true, dueOn: true, publishedAt: true }
  const readable = readableBy(editor)
  const [due, published, coming] = await Promise.all([
    db().review.findMany({
      where: { AND: [readable, notLive, { dueOn: { gte: new Date(first), lte: new Date(last) } }] },
      select,
      orderBy: [{ dueOn: 'asc' }, { priority: 'desc' }, { id: 'asc' }],
      take: mostOfEach,
    }),
    db().review.findMany({
      where: {
        AND: [readable, { publishedAt: { gte: from, lt: to }, publishedVersion: { not: null }, retractedAt: null }],
      },
      select,
      orderBy: [{ publishedAt: 'asc' }, { id: 'asc' }],
      take: mostOfEach,
    }),
    listScheduled(editor, from.toISOString(), to.toISOString()),
  ])
  const dueOn = Map.groupBy(due, row => row.dueOn?.toISOString().slice(0, 10) ?? '')
  const publishedOn = Map.groupBy(published, row => dayOf(row.publishedAt?.toISOString() ?? ''))
  const scheduledOn = Map.groupBy(coming, ({ at }) => dayOf(at))
  // What is shown of a day is read; the rest is counted.
  const shown = [...dueOn.values(), ...publishedOn.values()].flatMap(those => those.slice(0, aDay)).map(({ id }) => id)
  const cards = await findCards(editor, { id: { in: shown } }, { orderBy: [{ id: 'asc' }], take: shown.length })
  const cardOf = new Map(cards.map(card => [card.id, card]))
  return days.map(day => {
    const [due = [], published = [], scheduled = []] = [dueOn.get(day), publishedOn.get(day), scheduledOn.get(day)]
    const cardsOf = (rows: { id: string }[]) => rows.slice(0, aDay).flatMap(({ id }) => cardOf.get(id) ?? [])
    return {
      day,
      due: cardsOf(due),
      published: cardsOf(published),
      scheduled: scheduled.slice(0, aDay).map(each => {
        return { ...each, time: there(each.at).toPlainTime().toString({ smallestUnit: 'minute' }) }
      }),
      more: [due, published, scheduled].reduce((sum, { length }) => sum + Math.max(0, length - aDay), 0),
    }
  })
}
