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

/** The facets that narrow a listing, for the functions of bits; null where no live review can fit. */
export function narrowing(chosen: Chosen[]): number[] | null {
  const ids = chosen.flatMap(({ name, id }) => (name === 'all' || id === null ? [] : [id]))
  return chosen.some(({ id }) => id === null) ? null : ids
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
    await db().$queryRaw<FacetCount[]>`SELECT * FROM (${countsWithin(chosen, Prisma.sql`NULL`)}) AS counts`,
  )
}

/** The question for the counts (key, label, count) within `hits`, bits of what a search has found; within everything for NULL. */
export function countsWithin(chosen: Chosen[], hits: Prisma.Sql): Prisma.Sql {
  const known = chosen.flatMap(({ name, id }) => (name === 'all' || id === null ? [] : [{ name, id }]))
  return Prisma.sql`SELECT f.key, f.label, c.count
    FROM search_counts(${hits}::varbit, ${known.map(({ name }) => name)}::text[], ${known.map(({ id }) => id)}::integer[]) AS c
    JOIN search_facet f ON f.id = c.facet_id`
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
