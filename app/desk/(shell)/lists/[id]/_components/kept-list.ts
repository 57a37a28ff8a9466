import { z } from 'zod'
import type { ListedWork } from '#lib/lists/desk-lists.ts'
import type { ListContent } from '#lib/lists/lists.ts'

// What was typed and not saved, kept in this browser: a crashed tab or a closed laptop loses nothing.

export interface KeptList {
  version: number
  content: ListContent
  works: Record<string, ListedWork>
}

const schema: z.ZodType<KeptList> = z.object({
  version: z.number(),
  content: z.object({
    slug: z.string(),
    title: z.string(),
    standfirst: z.string(),
    criticId: z.string().nullable(),
    topicId: z.string().nullable(),
    isRanked: z.boolean(),
    entries: z.array(z.object({ workId: z.string(), note: z.string() })),
  }),
  works: z.record(
    z.string(),
    z.object({
      id: z.string(),
      title: z.string(),
      detail: z.string(),
      review: z.object({ verdict: z.string(), rating: z.string().nullable(), critics: z.string() }).nullable(),
    }),
  ),
})

const keyOf = (id: string) => `out-of-five.list.${id}`

/** What is kept of this list; null for nothing, or for what cannot be read. */
export function readKept(id: string): KeptList | null {
  try {
    return schema.parse(JSON.parse(localStorage.getItem(keyOf(id)) ?? 'null'))
  } catch {
    return null
  }
}

/** Keeps this, or forgets what was kept. A browser that keeps nothing is worked with all the same. */
export function keep(id: string, kept: KeptList | null): void {
  try {
    if (kept) localStorage.setItem(keyOf(id), JSON.stringify(kept))
    else localStorage.removeItem(keyOf(id))
  } catch {
    // Private windows and full disks refuse; the page itself still has everything.
  }
}
