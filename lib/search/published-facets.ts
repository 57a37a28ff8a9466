import { db } from '#lib/db/client.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { countryName } from '#lib/works/places.ts'
import { kindName, workKinds } from '#lib/works/works.ts'
import { type FacetName, type Facets, type FacetValue, facetNames, type ReviewFilter } from './search.ts'

/** A facet's value that a listing is narrowed by; the id is null when no live review has it. */
export interface Chosen {
  name: string
  id: number | null
}

/** What a filter says, as ids of facets. The first is always that of every review. */
export async function chooseFacets(filter: ReviewFilter): Promise<Chosen[]> {
  const { section = null, critic = null, topic = null, ...rest } = filter
  const plain = Object.entries(rest).flatMap(([name, value]) => (value === undefined ? [] : [`${name}:${value}`]))
  const rows = await db().$queryRaw<{ key: string; id: number | null }[]>`
    SELECT asked.key, f.id FROM (
      SELECT unnest(${['all:', ...plain]}::text[]) AS key
      UNION ALL SELECT 'section:' || coalesce((SELECT id::text FROM section WHERE slug = ${section}), '') WHERE ${section}::text IS NOT NULL
      UNION ALL SELECT 'critic:' || coalesce((SELECT id::text FROM critic WHERE slug = ${critic}), '') WHERE ${critic}::text IS NOT NULL
      UNION ALL SELECT 'topic:' || coalesce((SELECT id::text FROM topic WHERE slug = ${topic}), '') WHERE ${topic}::text IS NOT NULL
    ) AS asked LEFT JOIN search_facet f ON f.key = asked.key`
  return rows.map(({ key, id }) => ({ name: key.slice(0, key.indexOf(':')), id }))
}

/** How many live reviews have all of what was chosen: an AND of bitmaps, whatever the size of the archive. */
export async function countChosen(chosen: Chosen[]): Promise<number> {
  const ids = chosen.flatMap(({ id }) => id ?? [])
  if (ids.length < chosen.length) return 0
  const [row] = await db().$queryRaw<{ total: number }[]>`
    SELECT coalesce(sum(bit_count(bits)), 0)::integer AS total FROM (
      SELECT bit_and(bits) AS bits FROM search_facet_bits WHERE facet_id = ANY (${ids}::integer[]) GROUP BY chunk HAVING count(*) = ${ids.length}
    ) AS fitting`
  return row?.total ?? 0
}

export interface FacetCount {
  key: string
  label: string
  count: number
}

/**
 * The values of every facet with how many reviews each would leave, given the others that were chosen: a facet's own choice does not
 * narrow its own counts, so that one can change one's mind. Values that would leave nothing are left out, except what is chosen.
 */
export async function listFacets(chosen: Chosen[]): Promise<Facets> {
  return toFacets(
    chosen,
    await db().$queryRaw<FacetCount[]>`WITH ${countedByBits(chosen)} SELECT * FROM facets_by_bits`,
  )
}

/** Of fewer reviews than this, the facets of each are read; of more, the bitmaps of all facets are the lesser work. */
const few = 4_000

/**
 * The common table expression `counted_facets` (key, label, count) within what a search has found: `found` is a materialized table
 * of it, with the `number` and the `facets` of each review. How many there are decides how it is counted, and only that is done.
 */
export function countedWithin(chosen: Chosen[], found: Prisma.Sql): Prisma.Sql {
  const size = Prisma.sql`(SELECT count(*) FROM ${found})`
  return Prisma.sql`${countedByBits(chosen, found, Prisma.sql`AND ${size} > ${few}`)},
    ${countedByReview(chosen, found, Prisma.sql`AND ${size} <= ${few}`)},
    counted_facets AS (SELECT * FROM facets_by_bits UNION ALL SELECT * FROM facets_by_review)`
}

function countedByBits(chosen: Chosen[], found?: Prisma.Sql, only = Prisma.empty): Prisma.Sql {
  const known = chosen.filter((choice): choice is Chosen & { id: number } => choice.id !== null)
  // By words of 64 bits: an OR of whole chunks would copy a kilobyte for every review that was found.
  const bits = found
    ? Prisma.sql`UNION ALL SELECT 'found', w / 128, string_agg(coalesce(o.bits, 0)::bit(64)::text, '' ORDER BY w)::bit(8192)
        FROM generate_series(0, (SELECT (max(chunk) + 1) * 128 - 1 FROM search_facet_bits)) w
        LEFT JOIN (SELECT number / 64 AS w, bit_or(1::bigint << (63 - number % 64)) AS bits FROM ${found} GROUP BY 1) o USING (w)
        GROUP BY 2`
    : Prisma.empty
  return Prisma.sql`chosen_facets AS MATERIALIZED (
      SELECT c.name, b.chunk, b.bits FROM unnest(${known.map(({ name }) => name)}::text[], ${known.map(({ id }) => id)}::integer[]) AS c (name, id)
      JOIN search_facet_bits b ON b.facet_id = c.id ${bits}
    ),
    -- For each facet that has a choice, and '' for the others: what all choices but its own leave.
    base AS MATERIALIZED (
      SELECT own.name, c.chunk, bit_and(c.bits) AS bits
      FROM (SELECT DISTINCT name FROM chosen_facets WHERE name NOT IN ('all', 'found') UNION SELECT '') own
      JOIN chosen_facets c ON c.name <> own.name
      GROUP BY own.name, c.chunk
      HAVING count(*) = ${known.length + (found ? 1 : 0)} - CASE WHEN own.name = '' THEN 0 ELSE 1 END
    ),
    facets_by_bits AS (
      SELECT key, label, sum(fitting)::integer AS count FROM (
        SELECT f.key, f.label, bit_count(b.bits & base.bits) AS fitting
        FROM (SELECT *, split_part(key, ':', 1) AS name FROM search_facet) f
        JOIN search_facet_bits b ON b.facet_id = f.id
        JOIN base ON base.chunk = b.chunk AND base.name = CASE WHEN f.name IN (SELECT name FROM chosen_facets) THEN f.name ELSE '' END
        WHERE f.name <> 'all' ${only}
        OFFSET 0 -- Counted before they are sorted: the bits are a kilobyte each.
      ) AS chunks GROUP BY key, label
    )`
}

function countedByReview(chosen: Chosen[], found: Prisma.Sql, only: Prisma.Sql): Prisma.Sql {
  const known = chosen.filter(
    (choice): choice is Chosen & { id: number } => choice.id !== null && choice.name !== 'all',
  )
  const names = known.map(({ name }) => name)
  const others = ['', ...new Set(names)].map(own => ({
    own,
    ids: known.filter(({ name }) => name !== own).map(({ id }) => id),
  }))
  const sets = others.map(({ own, ids }) => Prisma.sql`(${own}::text, ${ids}::integer[])`)
  return Prisma.sql`facets_by_review AS (
      SELECT f.key, f.label, count(*)::integer AS count
      FROM ${found} AS review CROSS JOIN LATERAL unnest(review.facets) AS facet_id
      JOIN (SELECT *, split_part(key, ':', 1) AS name FROM search_facet) f ON f.id = facet_id
      JOIN (VALUES ${Prisma.join(sets)}) AS others (own, ids)
        ON others.own = CASE WHEN f.name = ANY (${names}::text[]) THEN f.name ELSE '' END AND review.facets @> others.ids
      WHERE f.name <> 'all' ${only}
      GROUP BY f.key, f.label
    )`
}

/** Counted facets by name, in the order in which they are shown. */
export async function toFacets(chosen: Chosen[], rows: FacetCount[]): Promise<Facets> {
  // What nothing has narrows everything but itself to nothing.
  const unknown = chosen.filter(({ id }) => id === null).map(({ name }) => name)
  const names = await namesOf(rows.map(({ key }) => key))
  const facets = Object.fromEntries(facetNames.map(name => [name, [] as FacetValue[]])) as Record<string, FacetValue[]>
  for (const { key, label, count } of rows) {
    const name = key.slice(0, key.indexOf(':'))
    const narrowing = unknown.filter(other => other !== name)
    if (count === 0 || narrowing.length > 0) continue
    const value = key.slice(name.length + 1)
    facets[name]?.push({ count, ...(names.get(value) ?? { value, label: labelOf(name, value, label) }) })
  }
  return order(facets)
}

/** Sections, critics and topics by their slugs and names of today. */
async function namesOf(keys: string[]): Promise<Map<string, { value: string; label: string }>> {
  const rows = await db().$queryRaw<{ id: string; slug: string; name: string }[]>`
    SELECT id::text, slug, name FROM section UNION ALL SELECT id::text, slug, name FROM critic WHERE id = ANY (${ids(keys, 'critic')}::uuid[])
    UNION ALL SELECT id::text, slug, name FROM topic WHERE id = ANY (${ids(keys, 'topic')}::uuid[])`
  return new Map(rows.map(({ id, slug, name }) => [id, { value: slug, label: name }]))
}

function ids(keys: string[], name: string): string[] {
  return keys.filter(key => key.startsWith(`${name}:`)).map(key => key.slice(name.length + 1))
}

const ratingLabels: Record<string, string> = {
  '100': 'Full marks',
  '80': 'Four fifths or better',
  '60': 'Three fifths or better',
  '40': 'Two fifths or better',
  none: 'Not scored',
}

function labelOf(name: string, value: string, label: string): string {
  if (name === 'kind') return kindName(workKinds.find(kind => kind === value) ?? 'film', 2)
  if (name === 'country') return countryName(value)
  if (name === 'decade') return `${value}s`
  if (name === 'rating') return ratingLabels[value] ?? value
  return label || value
}

/** Years and decades backwards, ratings from the best, whatever else by how much there is. */
function order(facets: Record<string, FacetValue[]>): Facets {
  const byCount = (a: FacetValue, b: FacetValue) => b.count - a.count || a.label.localeCompare(b.label)
  const byValue = (a: FacetValue, b: FacetValue) => Number(b.value) - Number(a.value)
  const place = (value: string) => (value === 'none' ? -1 : Number(value))
  const orders: Partial<Record<FacetName, typeof byCount>> = {
    decade: byValue,
    year: byValue,
    rating: (a, b) => place(b.value) - place(a.value),
  }
  const sorted = (name: FacetName) => (facets[name] ?? []).sort(orders[name] ?? byCount)
  return {
    kind: sorted('kind'),
    genre: sorted('genre'),
    decade: sorted('decade'),
    year: sorted('year'),
    country: sorted('country'),
    rating: sorted('rating'),
    section: sorted('section'),
    critic: sorted('critic'),
    topic: sorted('topic'),
  }
}
