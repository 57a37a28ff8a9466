import { buildHeader } from '#lib/build.ts'
import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'
import { answers } from './reading.ts'

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

/** Why a save came to nothing that may come to something later: no connection, no database, no room on the server's disk, or anything else. */
export type Unmanaged = 'offline' | 'database' | 'full' | 'server'

export type SaveOutcome =
  | { kind: 'saved'; version: number; savedAt: string }
  | { kind: 'stale'; theirs: Stored }
  | { kind: 'invalid'; field: string; problem: string }
  | { kind: 'unmanaged'; reason: Unmanaged }
  /** Somebody else is signed in in this browser now. */
  | { kind: 'another-account'; name: string }
  | { kind: 'signed-out' | 'not-found' | 'not-allowed' | 'too-large' }

export interface SaveTarget {
  id: string
  /** Who writes: a save under another name is refused. */
  editorId: string
  /** Told with every answer which build of the desk gave it. */
  onBuild: (build: string) => void
}

// Browsers let a page that closes send 64 KB in all.
const mostWhileClosing = 60_000
const patience = 20_000

/** Sends a save and says in our own words what became of it; never throws. */
export async function sendSave(
  { id, editorId, onBuild }: SaveTarget,
  { version, content, autosave, isLast }: SaveRequest,
): Promise<SaveOutcome> {
  const body = JSON.stringify({ version, content, autosave, editorId })
  try {
    const response = await fetch(`/api/desk/reviews/${id}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body,
      keepalive: isLast && body.length < mostWhileClosing,
      signal: AbortSignal.timeout(patience),
    })
    const build = response.headers.get(buildHeader)
    if (build) onBuild(build)
    // An answer that is not ours (a proxy's, an older server's) is no missing network.
    return await outcomeOf(response).catch(() => unmanaged('server'))
  } catch {
    return unmanaged('offline')
  }
}

/** What the server has now; null when it cannot be told. */
export async function fetchStored(id: string): Promise<Stored | null> {
  try {
    const response = await fetch(`/api/desk/reviews/${id}`, { signal: AbortSignal.timeout(patience) })
    return response.ok ? (await answers()).storedSchema.parse(await response.json()) : null
  } catch {
    return null
  }
}

async function outcomeOf(response: Response): Promise<SaveOutcome> {
  const { savedSchema, staleSchema, invalidSchema, saveRefusalSchema } = await answers()
  if (response.ok) return { kind: 'saved', ...savedSchema.parse(await response.json()) }
  if (response.status === 409) return { kind: 'stale', theirs: staleSchema.parse(await response.json()).current }
  if (response.status === 422) return { kind: 'invalid', ...invalidSchema.parse(await response.json()) }
  if (response.status === 401) return { kind: 'signed-out' }
  if (response.status === 403) {
    const refusal = saveRefusalSchema.parse(await response.json())
    return refusal.code === 'another-account' ? { kind: refusal.code, name: refusal.name } : { kind: 'not-allowed' }
  }
  if (response.status === 404) return { kind: 'not-found' }
  if (response.status === 413) return { kind: 'too-large' }
  if (response.status === 507) return unmanaged('full')
  return unmanaged(response.status === 503 ? 'database' : 'server')
}

function unmanaged(reason: Unmanaged): SaveOutcome {
  return { kind: 'unmanaged', reason }
}
