import { createHash } from 'node:crypto'
import { z } from 'zod'
import { isStorable } from '#lib/prose/prose.ts'

// A cursor says after which row a page begins: the values that its collection is ordered by, and a mark of the question that it belongs
// to. It gives nobody anything that the collection does not, so it is checked rather than signed.

/** The values that a row is sorted by, as text, the last of them unique. */
export type Key = string[]

const written = z.tuple([z.string(), z.array(z.string().max(1_000).refine(isStorable)).min(1).max(4)])
const longest = 2_000

/** The cursor after a row, of this question. */
export function writeCursor(question: string, key: Key): string {
  return Buffer.from(JSON.stringify([markOf(question), key])).toString('base64url')
}

/** The key in a cursor of this question; null when it is of another question, or of nobody's. */
export function readCursor(question: string, cursor: string, schema: z.ZodType<Key>): Key | null {
  if (cursor.length > longest || !/^[\w-]+$/.test(cursor)) return null
  const [mark, key] = written.safeParse(parse(cursor)).data ?? []
  return mark === markOf(question) ? (schema.safeParse(key).data ?? null) : null
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}

function markOf(question: string): string {
  return createHash('sha256').update(question).digest('base64url').slice(0, 8)
}
