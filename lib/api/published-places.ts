import { z } from 'zod'
import { pathOf } from '#lib/addresses/addresses.ts'
import { db } from '#lib/db/client.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { isStorable } from '#lib/prose/prose.ts'
import { getSeriesPage } from '#lib/series/published.ts'
import { apiPath } from './api.ts'
import type { Key } from './cursor.ts'
import { defineCollection, defineItem } from './operation.ts'
import { findItem } from './published-items.ts'
import { listNamed, nameKey, rowsOf } from './published-names.ts'
import { listWorkRefs } from './published-works.ts'
import { oneOf } from './query.ts'
import { sectionSchema, seriesSchema, seriesSummarySchema, topicSchema } from './reference-schema.ts'
import { absolute, placeOf, toWorkRef } from './shapes.ts'

export const sectionOperations = [
  defineCollection({
    id: 'listSections',
    path: '/sections',
    group: 'Sections',
    summary: 'Sections',
    description: 'The sections of the publication, in the order in which it names them.',
    example: () => '/sections?limit=2&fields=name,url,reviewCount',
    item: sectionSchema,
    filters: {},
    key: () => z.tuple([z.string().regex(/^-?\d{1,9}$/), z.string().refine(isStorable), z.guid()]),
    read: async (_, { after, take }) => {
      const [position = '', name = '', id = ''] = after ?? []
      const rest = after
        ? Prisma.sql`(s.position, s.name, s.id) > (${position}::integer, ${name}, ${id}::uuid)`
        : Prisma.sql`true`
      const rows = await sectionsThat(rest, take)
      return { rows: rows.map(row => ({ item: toSection(row), key: sectionKey(row) })) }
    },
  }),
  defineItem({
    id: 'getSection',
    path: '/sections/{slug}',
    group: 'Sections',
    summary: 'A section',
    description: 'A section of the publication. Its reviews are at the address in `reviews`.',
    example: slug => `/sections/${slug}`,
    item: sectionSchema,
    named: 'The slug of the section.',
    read: slug =>
      findItem('section', slug, async () => {
        const [row] = await sectionsThat(Prisma.sql`s.slug = ${slug}`, 1)
        return row ? toSection(row) : null
      }),
  }),
]

export const topicOperations = [
  defineCollection({
    id: 'listTopics',
    path: '/topics',
    group: 'Topics',
    summary: 'Topics',
    description: 'What reviews are about, from A to Z.',
    example: () => '/topics?limit=2&fields=name,url,reviewCount',
    item: topicSchema,
    filters: {},
    key: () => nameKey,
    read: async (_, page) => {
      const named = await listNamed('topic', {}, page)
      const topics = await db().topic.findMany({ where: { id: { in: named.map(({ id }) => id) } } })
      return rowsOf(named, topics, (topic, { weight }) => toTopic(topic, weight))
    },
  }),
  defineItem({
    id: 'getTopic',
    path: '/topics/{slug}',
    group: 'Topics',
    summary: 'A topic',
    description: 'What several reviews are about. They are at the address in `reviews`.',
    example: slug => `/topics/${slug}`,
    item: topicSchema,
    named: 'The slug of the topic.',
    read: slug => findItem('topic', slug, readTopic),
  }),
]

const seriesKinds = ['series', 'franchise'] as const

export const seriesOperations = [
  defineCollection({
    id: 'listSeries',
    path: '/series',
    group: 'Series',
    summary: 'Series and franchises',
    description: 'Works that belong together, from A to Z.',
    example: () => '/series?limit=2&fields=name,kind,url,workCount',
    item: seriesSummarySchema,
    filters: { kind: oneOf(seriesKinds).optional().describe('A series has an order; a franchise shares a world.') },
    key: () => nameKey,
    read: async ({ kind }, page) => {
      const named = await listNamed('series', { kind }, page)
      const series = await db().workSeries.findMany({
        where: { id: { in: named.map(({ id }) => id) } },
        select: { id: true, name: true, kind: true },
      })
      return rowsOf(named, series, (each, { path, weight }) => ({ ...each, ...placeOf(path), workCount: weight }))
    },
  }),
  defineItem({
    id: 'getSeries',
    path: '/series/{slug}',
    group: 'Series',
    summary: 'A series or franchise',
    description: 'Works that belong together, in order, as far as they were reviewed.',
    example: slug => `/series/${slug}?fields=name,kind,total,works.title,works.url`,
    item: seriesSchema,
    named: 'The slug of the series.',
    read: slug => findItem('series', slug, readSeries),
  }),
]

interface SectionRow {
  id: string
  slug: string
  name: string
  description: string
  position: number
  count: number
}

function sectionsThat(fit: Prisma.Sql, take: number): Promise<SectionRow[]> {
  return db().$queryRaw<SectionRow[]>`
    SELECT s.id::text, s.slug, s.name, s.description, s.position, coalesce(n.weight, 0)::int AS count
    FROM section s LEFT JOIN search_name n ON n.id = s.id
    WHERE ${fit} ORDER BY s.position, s.name, s.id LIMIT ${take}`
}

function sectionKey({ position, name, id }: SectionRow): Key {
  return [String(position), name, id]
}

function toSection({ id, slug, name, description, count }: SectionRow) {
  return {
    ...{ id, name, description },
    ...placeOf(pathOf('section', slug)),
    reviewCount: count,
    reviews: absolute(apiPath(`/reviews?section=${slug}`)),
  }
}

interface TopicRow {
  id: string
  slug: string
  name: string
  description: string
}

function toTopic({ id, slug, name, description }: TopicRow, reviewCount: number) {
  return {
    ...{ id, name, description },
    ...placeOf(pathOf('topic', slug)),
    reviewCount,
    reviews: absolute(apiPath(`/reviews?topic=${slug}`)),
  }
}

async function readTopic(slug: string) {
  const topic = await db().topic.findUnique({ where: { slug } })
  if (!topic) return null
  const found = await db().searchName.findUnique({ where: { id: topic.id }, select: { weight: true } })
  return toTopic(topic, found?.weight ?? 0)
}

async function readSeries(slug: string) {
  const series = await getSeriesPage(slug)
  if (!series) return null
  const { id, name, kind, note, total } = series
  const works = await listWorkRefs(series.works.map(work => work.id))
  return {
    ...{ id, name, kind, note, total },
    ...placeOf(pathOf('series', slug)),
    works: series.works.flatMap(work => {
      const ref = works.get(work.id)
      return ref ? [toWorkRef(ref)] : []
    }),
  }
}
