import { z } from 'zod'
import type { ListedWork } from '#lib/lists/desk-lists.ts'
import type { ListContent } from '#lib/lists/lists.ts'

// What the editor of a list asks the server. Answers are parsed: a page may be older than the server.

export type SaveOutcome =
  | { ok: true; version: number }
  | { ok: false; problem: string; field?: string }
  | { ok: false; problem: string; isStale: true; version: number }

const savedSchema = z.object({ version: z.number() })
const invalidSchema = z.object({ field: z.string(), problem: z.string() })
const staleSchema = z.object({ current: z.object({ version: z.number(), savedBy: z.string().nullable() }) })
const kept = 'What you typed is still here, and kept in this browser.'

/** Sends a save and says in our own words what became of it; never throws. */
export async function sendList(id: string, version: number, content: ListContent): Promise<SaveOutcome> {
  try {
    const response = await fetch(`/api/desk/lists/${id}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ version, content }),
      signal: AbortSignal.timeout(20_000),
    })
    return await outcomeOf(response)
  } catch {
    return { ok: false, problem: `The server did not answer. ${kept} Try again when the connection is back.` }
  }
}

async function outcomeOf(response: Response): Promise<SaveOutcome> {
  const body: unknown = await response.json()
  if (response.ok) return { ok: true, ...savedSchema.parse(body) }
  if (response.status === 422) return { ok: false, ...invalidSchema.parse(body) }
  if (response.status === 409) {
    const { version, savedBy } = staleSchema.parse(body).current
    const problem = `${savedBy ?? 'Somebody'} has saved this list since you opened it, so nothing was saved over it. ${kept}`
    return { ok: false, isStale: true, version, problem }
  }
  return { ok: false, problem: `${problems[response.status] ?? 'The server had a fault.'} ${kept}` }
}

const problems: Record<number, string> = {
  401: 'You are signed out. Sign in in another tab, then save again.',
  403: 'Your role does not allow this. Ask an editor.',
  404: 'This list does not exist any more, or is not yours to edit.',
  413: 'The list is too long to be sent. Shorten the notes, or make two lists of it.',
}

const workSchema: z.ZodType<ListedWork> = z.object({
  id: z.string(),
  title: z.string(),
  detail: z.string(),
  review: z.object({ verdict: z.string(), rating: z.string().nullable(), critics: z.string() }).nullable(),
})

/** Works whose title fits, each with what readers would see of it in a list that this critic signs. */
export async function findWorksForList(q: string, critic: string | null, signal: AbortSignal): Promise<ListedWork[]> {
  const search = new URLSearchParams({ q, ...(critic && { critic }) })
  const response = await fetch(`/api/desk/lists/works?${search}`, { signal })
  if (!response.ok) throw new Error(`The server answered ${response.status}`)
  return z.object({ found: z.array(workSchema) }).parse(await response.json()).found
}
