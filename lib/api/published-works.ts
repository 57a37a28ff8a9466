import { liveSubjects } from '#lib/addresses/published.ts'
import { db } from '#lib/db/client.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { toWorkRef as toCardRef, workRefSelect } from '#lib/reviews/published-cards.ts'
import { sameAs } from '#lib/works/external-ids.ts'
import { getWorkPage } from '#lib/works/published.ts'
import { partialIso, type WorkRef, workKinds } from '#lib/works/works.ts'
import { apiPath } from './api.ts'
import { defineCollection, defineItem } from './operation.ts'
import { findItem } from './published-items.ts'
import { listNamed, nameKey } from './published-names.ts'
import { oneOf, slugParameter } from './query.ts'
import { workSchema, workSummarySchema } from './reference-schema.ts'
import { absolute, placeOf, toCredit, toPicture, toRef, toWorkRef } from './shapes.ts'

export const workOperations = [
  defineCollection({
    id: 'listWorks',
    path: '/works',
    group: 'Works',
    summary: 'Works',
    description: 'Every work that something was published about, and those whose parts were, from A to Z.',
    example: () => '/works?kind=film&limit=2&fields=title,year,url,reviewCount',
    item: workSummarySchema,
    filters: {
      kind: oneOf(workKinds).optional().describe('The kind of work.'),
      person: slugParameter().optional().describe('The slug of somebody who made or played in it.'),
      series: slugParameter().optional().describe('The slug of a series that it belongs to.'),
    },
    key: () => nameKey,
    read: async ({ kind, person, series }, page) => {
      const among = [...(person ? [worksOfPerson(person)] : []), ...(series ? [worksOfSeries(series)] : [])]
      const fits = among.length > 0 ? Prisma.join(among, ' AND ') : Prisma.sql`true`
      const named = await listNamed('work', { kind, fits }, page)
      const works = await listWorkRefs(named.map(({ id }) => id))
      return {
        rows: named.flatMap(({ id, path, weight, key }) => {
          const work = works.get(id)
          if (!work) return []
          const { kind, title, year } = work
          return [{ item: { id, kind, title, year, ...placeOf(path), reviewCount: weight }, key }]
        }),
      }
    },
  }),
  defineItem({
    id: 'getWork',
    path: '/works/{slug}',
    group: 'Works',
    summary: 'A work',
    description: 'A work, who made it, and its names in other catalogues. Its reviews are at the address in `reviews`.',
    example: slug => `/works/${slug}?fields=title,kind,released,credits.label,credits.people.name,sameAs`,
    item: workSchema,
    named: 'The slug of the work.',
    read: slug => findItem('work', slug, readWork),
  }),
]

// Whoever made a series made its parts.
const worksOfPerson = (slug: string) => Prisma.sql`n.id IN (
  SELECT c.work_id FROM credit c WHERE c.person_id = (SELECT id FROM person WHERE slug = ${slug})
  UNION ALL SELECT part.id FROM credit c JOIN work part ON part.parent_id = c.work_id
    WHERE c.person_id = (SELECT id FROM person WHERE slug = ${slug}))`

const worksOfSeries = (slug: string) => Prisma.sql`n.id IN (
  SELECT e.work_id FROM series_entry e WHERE e.series_id = (SELECT id FROM work_series WHERE slug = ${slug}))`

/** Works by id, as others refer to them. */
export async function listWorkRefs(ids: string[]): Promise<Map<string, WorkRef>> {
  if (ids.length === 0) return new Map()
  const [rows, live] = await Promise.all([
    db().work.findMany({ where: { id: { in: ids } }, select: workRefSelect }),
    liveSubjects(ids),
  ])
  return new Map(rows.map(row => [row.id, toCardRef(row, live)]))
}

async function readWork(slug: string) {
  const work = await getWorkPage(slug)
  if (!work) return null
  const { id, kind, originalTitle, released, minutes, pages, publisher, country, language, genres, platforms } = work
  return {
    ...{ id, kind, title: work.fullTitle, year: released.year },
    ...placeOf(`/works/${slug}`),
    ...{ originalTitle, released: partialIso(released), minutes, pages, publisher, country, language },
    ...{ genres, platforms, summary: work.summary },
    picture: work.picture && toPicture(work.picture),
    parent: work.parent && toWorkRef(work.parent),
    parts: work.parts.map(toWorkRef),
    series: work.series.map(toRef),
    credits: work.credits.map(toCredit),
    editions: work.editions.map(({ name, format, publisher, released, isbn }) => ({
      ...{ name, format, publisher, isbn },
      released: partialIso(released),
    })),
    externalIds: work.externalIds.map(({ scheme, value }) => ({ scheme, value })),
    sameAs: sameAs(kind, work.externalIds),
    reviews: absolute(apiPath(`/reviews?work=${slug}`)),
  }
}
