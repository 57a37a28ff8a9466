import { z } from 'zod'
import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import { getSettings } from '#lib/settings/published.ts'
import { idsOf } from './commands-changed.ts'
import { type PingService, type PingState, pingServices, pingStates } from './pings.ts'
import type { PingFilter } from './pings-schema.ts'
import { isSiteReachable, targetOf } from './target.ts'

export const pingsPerPage = 50
/** Of the addresses of a notice, as many as anybody reads. */
const mostShown = 50
/** A notice that is so old and not sent is not merely being gathered, in milliseconds. */
const late = 2 * 60_000

/** What a notice was about, and where the desk shows it. */
export interface PingSubject {
  href: string
  name: string
}

export interface DeskPing {
  id: string
  service: PingService
  host: string
  /** The content event's kind: "review.publish". */
  cause: string
  /** Null for what is not at the desk any more. */
  subject: PingSubject | null
  state: PingState
  attempts: number
  answer: string
  /** Absolute; the first ones of `count`. */
  urls: string[]
  count: number
  /** ISO 8601, as the others. */
  at: string
  finishedAt: string | null
  /** When a notice that waits is tried next, if that is not at once: after its own pause, or one that its service asked for. */
  dueAt: string | null
  /** It should have been sent by now: no worker runs, or all are busy. */
  isLate: boolean
}

export interface DeskPings {
  rows: DeskPing[]
  total: number
  page: number
  pages: number
  /** Of the services that are asked for. */
  counts: Record<PingState, number>
  /** Who is told now. */
  told: { service: PingService; host: string }[]
  /** Whether anybody could come to look; else nobody is told. */
  isReachable: boolean
  may: { retry: boolean; configure: boolean }
}

/** The notices of the last ninety days, newest first, narrowed and paged. Null for who may not see them. */
export async function listPings(editor: Editor, filter: PingFilter): Promise<DeskPings | null> {
  if (!can(editor, 'ping.view')) return null
  const ofService = filter.service ? { service: filter.service } : {}
  const where = { ...ofService, ...(filter.state && { state: filter.state }) }
  const [byState, total, settings] = await Promise.all([
    db().ping.groupBy({ by: ['state'], where: ofService, _count: true }),
    db().ping.count({ where }),
    getSettings(),
  ])
  const pages = Math.max(1, Math.ceil(total / pingsPerPage))
  const page = Math.min(filter.page, pages)
  return {
    rows: await readRows(where, page),
    total,
    page,
    pages,
    counts: z
      .record(z.enum(pingStates), z.number())
      .parse(
        Object.fromEntries(pingStates.map(state => [state, byState.find(row => row.state === state)?._count ?? 0])),
      ),
    told: pingServices.flatMap(service => {
      const target = targetOf(service, settings)
      return target ? [{ service, host: target.host }] : []
    }),
    isReachable: isSiteReachable(),
    may: { retry: can(editor, 'ping.retry'), configure: can(editor, 'setting.edit') },
  }
}

async function readRows(where: { service?: PingService; state?: PingState }, page: number): Promise<DeskPing[]> {
  const rows = await db().ping.findMany({
    where,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    skip: (page - 1) * pingsPerPage,
    take: pingsPerPage,
  })
  const [subjects, pauses] = await Promise.all([subjectsOf(rows), listPauses()])
  return rows.map(row => ({
    id: row.id,
    service: row.service,
    host: row.host,
    cause: row.cause,
    subject: subjects.get(row.eventId) ?? null,
    state: row.state,
    attempts: row.attempts,
    answer: row.answer,
    urls: row.urls.slice(0, mostShown),
    count: row.urls.length,
    at: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    ...(row.state === 'waiting' ? whenNext(row.createdAt, pauses.get(row.service)) : { dueAt: null, isLate: false }),
  }))
}

/** Until when each service is left in peace, those only that are. */
async function listPauses(): Promise<Map<PingService, Date>> {
  const rows = await db().ping.groupBy({
    by: ['service'],
    where: { state: 'waiting', dueAt: { gt: new Date() } },
    _max: { dueAt: true },
  })
  return new Map(
    rows.flatMap(({ service, _max }): [PingService, Date][] => (_max.dueAt ? [[service, _max.dueAt]] : [])),
  )
}

function whenNext(createdAt: Date, pause: Date | undefined): Pick<DeskPing, 'dueAt' | 'isLate'> {
  if (pause) return { dueAt: pause.toISOString(), isLate: false }
  return { dueAt: null, isLate: createdAt.getTime() < Date.now() - late }
}

const nouns = ['review', 'list', 'work', 'person', 'series'] as const
type Noun = (typeof nouns)[number]
const folders: Record<Noun, string> = {
  review: 'reviews',
  list: 'lists',
  work: 'works',
  person: 'people',
  series: 'series',
}

/** By event, what it was about: the first that it names of the noun that its kind begins with. A correction is about a review. */
async function subjectsOf(pings: { eventId: bigint; cause: string }[]): Promise<Map<bigint, PingSubject>> {
  const events = await db().contentEvent.findMany({
    where: { id: { in: [...new Set(pings.map(ping => ping.eventId))] } },
    select: { id: true, kind: true, tags: true },
  })
  const about = events.flatMap(event => {
    const noun = nouns.find(each => event.kind.startsWith(`${each}.`)) ?? 'review'
    const [id] = idsOf(event.tags, [noun])
    return id ? [{ eventId: event.id, noun, id }] : []
  })
  const names = new Map<string, string>()
  for (const noun of nouns) {
    const ids = about.flatMap(each => (each.noun === noun ? [each.id] : []))
    if (ids.length > 0) for (const { id, name } of await namesOf(noun, ids)) names.set(id, name)
  }
  return new Map(
    about.flatMap(({ eventId, noun, id }): [bigint, PingSubject][] => {
      const name = names.get(id)
      return name === undefined ? [] : [[eventId, { href: `/desk/${folders[noun]}/${id}`, name: name || 'Untitled' }]]
    }),
  )
}

async function namesOf(noun: Noun, ids: string[]): Promise<{ id: string; name: string }[]> {
  const where = { id: { in: ids } }
  const titled = { where, select: { id: true, title: true } }
  const named = { where, select: { id: true, name: true } }
  if (noun === 'person') return db().person.findMany(named)
  if (noun === 'series') return db().workSeries.findMany(named)
  const rows =
    noun === 'review'
      ? await db().review.findMany(titled)
      : noun === 'list'
        ? await db().list.findMany(titled)
        : await db().work.findMany(titled)
  return rows.map(({ id, title }) => ({ id, name: title }))
}
