import type { Presence } from '#lib/presence/presence.ts'
import type { PresenceRefusal, PresenceVerb } from '#lib/presence/presence-schema.ts'
import { tellDesk } from '../desk-fetch.ts'
import { answers } from '../reading.ts'

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

/** Tells the server something of this window. `isLast`: the page is closing, and nobody will hear the answer. */
export async function sendPresence(reviewId: string, verb: PresenceVerb, isLast = false): Promise<PresenceAnswer> {
  try {
    const response = await tellDesk(pathOf(reviewId), verb, { isLast, most: patience })
    if (response.status === 401) return { kind: 'signed-out' }
    const body: unknown = await response.json()
    const { toldPresenceSchema, presenceRefusalSchema } = await answers()
    if (response.ok) return { kind: 'told', presence: toldPresenceSchema.parse(body).presence }
    return { kind: 'refused', code: presenceRefusalSchema.parse(body).code }
  } catch {
    return { kind: 'unreachable' }
  }
}

/** Hears of every change until it is closed or ends; returns the way to close it. */
export function openPresenceStream(reviewId: string, window: string, { onPresence, onEnd }: StreamEvents): () => void {
  const source = new EventSource(`${pathOf(reviewId)}?${new URLSearchParams({ window })}`)
  let isOver = false
  const end: StreamEvents['onEnd'] = reason => {
    if (isOver) return
    close()
    onEnd(reason)
  }
  const close = () => {
    isOver = true
    source.close()
  }
  const broken = () => end('broken')
  source.addEventListener('presence', ({ data }) => {
    answers().then(({ presenceSchema }) => {
      const presence = presenceSchema.safeParse(parse(data))
      if (!presence.success) broken()
      else if (!isOver) onPresence(presence.data)
    }, broken)
  })
  source.addEventListener('end', ({ data }) => {
    answers().then(({ endReasonSchema }) => {
      const reason = endReasonSchema.safeParse(parse(data))
      end(reason.success ? reason.data : 'broken')
    }, broken)
  })
  // The browser would open it again by itself, every few seconds and for ever; when to try again is decided elsewhere.
  source.addEventListener('error', broken)
  return close
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
