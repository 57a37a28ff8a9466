import { z } from 'zod'
import { db } from '#lib/db/client.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { literally } from '#lib/db/like.ts'

/** More than these are not named one by one: who types so little means something else. */
const most = 3_000

/**
 * Ids of the works that have the text in their title, their original title or that of what they are part of; `isByMakers`: or in the name of
 * somebody who is credited. By the indexes of each; null when there are more than three thousand, which are asked for as they are.
 */
export async function worksCalled(text: string, { isByMakers = false } = {}): Promise<string[] | null> {
  const within = `%${literally(text)}%`
  const makers = isByMakers
    ? Prisma.sql`UNION SELECT work_id FROM credit JOIN person ON person.id = person_id WHERE person.name ILIKE ${within}`
    : Prisma.empty
  const rows = z.array(z.object({ id: z.string() })).parse(
    await db().$queryRaw`
    SELECT id::text FROM (
      SELECT id FROM work WHERE title ILIKE ${within}
      UNION SELECT id FROM work WHERE original_title ILIKE ${within}
      UNION SELECT part.id FROM work part JOIN work whole ON whole.id = part.parent_id WHERE whole.title ILIKE ${within}
      ${makers}
    ) called LIMIT ${most + 1}`,
  )
  return rows.length > most ? null : rows.map(({ id }) => id)
}
