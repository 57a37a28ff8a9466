import type { z } from 'zod'

// How what stands beside the text speaks with the server: an address of the review's own, JSON both ways.

const patience = 20_000

/** What an address says; null when it could not be had, or is not of that form: a page may be older than the server. */
export async function readDesk<T>(path: string, schema: z.ZodType<T>): Promise<T | null> {
  try {
    const response = await fetch(path, { cache: 'no-store', signal: AbortSignal.timeout(patience) })
    return response.ok ? schema.parse(await response.json()) : null
  } catch {
    return null
  }
}

/** Tells an address something, and answers what came back. Rejects without a connection. `isLast`: the page is closing, and nobody will hear. */
export function tellDesk(path: string, said: unknown, { isLast = false, most = patience } = {}): Promise<Response> {
  return fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(said),
    keepalive: isLast,
    signal: AbortSignal.timeout(most),
  })
}
