import { z } from 'zod'
import type { Presence } from '#lib/presence/presence.ts'
import {
  type PresenceRefusal,
  type PresenceVerb,
  presenceRefusals,
  presenceSchema,
} from '#lib/presence/presence-schema.ts'

// How the window speaks with the server about who is here. Nothing throws: a presence that cannot be told is no reason to stop writing.

export type PresenceAnswer =
  | { kind: 'told'; presence: Presence }
  | { kind: 'refused'; code: PresenceRefusal }
  /** No connection, or no answer of ours. */
  | { kind: 'unreachable' }
  | { kind: 'signed-out' }

export interface StreamEvents {
  onPresence: (presence: Presence) => void
  /** The stream is over, and why, when the server said so. It is not opened again by itself. */
  onEnd: (reason: 'signed-out' | 'not-found' | 'closing' | 'broken') => void
}

const patience = 10_000
const answerSchema = z.object({ presence: presenceSchema })
const refusalSchema = z.object({ code: z.enum(presenceRefusals) })
const reasonSchema = z.enum(['signed-out', 'not-found', 'closing'])

/** Tells the server something of this window. `isLast`: the page is closing, and nobody will hear the answer. */
export async function sendPresence(reviewId: string, verb: PresenceVerb, isLast = false): Promise<PresenceAnswer> {
  try {
    const response = await fetch(pathOf(reviewId), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(verb),
      keepalive: isLast,
      signal: AbortSignal.timeout(patience),
    })
    if (response.status === 401) return { kind: 'signed-out' }
    const body: unknown = await response.json()
    if (response.ok) return { kind: 'told', presence: answerSchema.parse(body).presence }
    return { kind: 'refused', code: refusalSchema.parse(body).code }
  } catch {
    return { kind: 'unreachable' }
  }
}

/** Hears of every change until it is closed or ends; returns the way to close it. */
export function openPresenceStream(reviewId: string, window: string, { onPresence, onEnd }: StreamEvents): () => void {
  const source = new EventSource(`${pathOf(reviewId)}?${new URLSearchParams({ window })}`)
  const end: StreamEvents['onEnd'] = reason => {
    source.close()
    onEnd(reason)
  }
  source.addEventListener('presence', ({ data }) => {
    const presence = presenceSchema.safeParse(parse(data))
    if (presence.success) onPresence(presence.data)
    else end('broken')
  })
  source.addEventListener('end', ({ data }) => {
    const reason = reasonSchema.safeParse(parse(data))
    end(reason.success ? reason.data : 'broken')
  })
  // The browser would open it again by itself, every few seconds and for ever; when to try again is decided elsewhere.
  source.addEventListener('error', () => end('broken'))
  return () => source.close()
}

function parse(text: unknown): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    return null
  }
}

function pathOf(reviewId: string): string {
  return `/api/desk/reviews/${reviewId}/presence`
}
