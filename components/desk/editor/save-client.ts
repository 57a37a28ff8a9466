import { z } from 'zod'
import { type ReviewContent, reviewContentSchema } from '#lib/reviews/reviews-schema.ts'

/** What is stored now, as a refused save tells it. */
export interface Stored {
  version: number
  content: ReviewContent
  savedBy: string | null
  savedAt: string
}

export interface SaveRequest {
  version: number
  content: ReviewContent
  autosave: boolean
  /** The page is closing: nobody will hear the answer. */
  isLast: boolean
}

export type SaveOutcome =
  | { kind: 'saved'; version: number; savedAt: string }
  | { kind: 'stale'; theirs: Stored }
  | { kind: 'invalid'; field: string; problem: string }
  | { kind: 'offline' | 'server' | 'signed-out' | 'not-found' | 'not-allowed' | 'too-large' }

// Browsers let a page that closes send 64 KB in all.
const mostWhileClosing = 60_000
const patience = 20_000

const savedSchema = z.object({ version: z.number(), savedAt: z.string() })
const storedSchema = z.object({
  version: z.number(),
  content: reviewContentSchema,
  savedBy: z.string().nullable(),
  savedAt: z.string(),
})
const invalidSchema = z.object({ field: z.string(), problem: z.string() })

/** Sends a save and says in our own words what became of it; never throws. */
export async function sendSave(id: string, { version, content, autosave, isLast }: SaveRequest): Promise<SaveOutcome> {
  const body = JSON.stringify({ version, content, autosave })
  try {
    const response = await fetch(`/api/desk/reviews/${id}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body,
      keepalive: isLast && body.length < mostWhileClosing,
      signal: AbortSignal.timeout(patience),
    })
    // An answer that is not ours (a proxy's, an older server's) is no missing network.
    return await outcomeOf(response).catch((): SaveOutcome => ({ kind: 'server' }))
  } catch {
    return { kind: 'offline' }
  }
}

/** What the server has now; null when it cannot be told. */
export async function fetchStored(id: string): Promise<Stored | null> {
  try {
    const response = await fetch(`/api/desk/reviews/${id}`, { signal: AbortSignal.timeout(patience) })
    return response.ok ? storedSchema.parse(await response.json()) : null
  } catch {
    return null
  }
}

async function outcomeOf(response: Response): Promise<SaveOutcome> {
  if (response.ok) return { kind: 'saved', ...savedSchema.parse(await response.json()) }
  if (response.status === 409)
    return { kind: 'stale', theirs: z.object({ current: storedSchema }).parse(await response.json()).current }
  if (response.status === 422) return { kind: 'invalid', ...invalidSchema.parse(await response.json()) }
  if (response.status === 401) return { kind: 'signed-out' }
  if (response.status === 403) return { kind: 'not-allowed' }
  if (response.status === 404) return { kind: 'not-found' }
  if (response.status === 413) return { kind: 'too-large' }
  return { kind: 'server' }
}
