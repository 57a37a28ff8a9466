import { z } from 'zod'
import { db } from '#lib/db/client.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { isStorable } from '#lib/prose/prose.ts'
import type { Key } from './cursor.ts'

/** Something with a page, as the lists from A to Z have it. `weight`: reviews of a work, works of a person. */
export interface Named {
  id: string
  path: string
  kind: string
  weight: number
  key: Key
}

export type NamedNoun = 'work' | 'person' | 'critic' | 'topic' | 'series'

/** What a cursor of these lists holds: the letter's place, what is sorted by, the id. */
export const nameKey = z.tuple([z.string().regex(/^\d{1,2}$/), z.string().refine(isStorable), z.guid()])

/** The next things of a noun in the order of the alphabet, from an index that stands in it. `fits` narrows them by `search_name` n. */
export async function listNamed(
  noun: NamedNoun,
  { kind, fits = Prisma.sql`true` }: { kind?: string | undefined; fits?: Prisma.Sql },
  { after, take }: { after: Key | null; take: number },
): Promise<Named[]> {
  const [place = '', sortKey = '', id = ''] = after ?? []
  const rows = await db().$queryRaw<(Omit<Named, 'key'> & { place: number; sortKey: string })[]>`
    SELECT n.id::text, a.path, n.kind, n.weight, n.place, n.sort_key AS "sortKey"
    FROM search_name n JOIN address a ON a.subject_id = n.id AND a.state = 'live'
    WHERE n.noun = ${noun} AND ${kind === undefined ? Prisma.sql`true` : Prisma.sql`n.kind = ${kind}`} AND ${fits}
      AND ${after ? Prisma.sql`(n.place, n.sort_key, n.id) > (${place}::smallint, ${sortKey}, ${id}::uuid)` : Prisma.sql`true`}
    ORDER BY n.place, n.sort_key, n.id LIMIT ${take}`
  return rows.map(({ place, sortKey, ...row }) => ({ ...row, key: [String(place), sortKey, row.id] }))
}

/** The rows of a page of these: what the records of these ids are to a client. One that has gone meanwhile is left out. */
export function rowsOf<Row extends { id: string }, Item>(
  named: Named[],
  records: Row[],
  toItem: (record: Row, named: Named) => Item,
): { rows: { item: Item; key: Key }[] } {
  const byId = new Map(records.map(record => [record.id, record]))
  return {
    rows: named.flatMap(each => {
      const record = byId.get(each.id)
      return record ? [{ item: toItem(record, each), key: each.key }] : []
    }),
  }
}
