import type { Editor } from '#lib/auth/editor.ts'
import { editorOfSession } from '#lib/auth/sessions.ts'
import { type Listening, listen } from '#lib/db/listen.ts'
import { env } from '#lib/env.ts'
import { getPresence } from './desk-queries.ts'
import type { Presence } from './presence.ts'

// Presence as it changes. One connection of the process listens for all streams; each stream reads what is so at every notice, and every few
// seconds besides: time alone changes it (a window is gone), a notice can be lost, and a session or a right can end.

/** What a stream says: how it is, or why it is the last thing said. */
export type PresenceNews =
  | { kind: 'presence'; presence: Presence }
  | { kind: 'end'; reason: 'signed-out' | 'not-found' | 'closing' }

const lookEvery = 4_000

interface Hub {
  watchers: Map<string, Set<() => void>>
  listening: Listening | null
  ends: Set<() => void>
  isClosing: boolean
}

/** Follows the presence in a review for one window, until `stop` is called or it says that it ends. */
export function watchPresence(
  editor: Editor,
  at: { reviewId: string; window: string },
  say: (news: PresenceNews) => void,
): { stop: () => void } {
  const hub = theHub()
  let said = ''
  let isLooking = false
  let isAskedAgain = false
  let isStopped = false

  const stop = () => {
    if (isStopped) return
    isStopped = true
    clearInterval(timer)
    hub.ends.delete(closing)
    unwatch(hub, at.reviewId, look)
  }
  const end = (reason: Extract<PresenceNews, { kind: 'end' }>['reason']) => {
    if (isStopped) return
    stop()
    say({ kind: 'end', reason })
  }
  const closing = () => end('closing')

  const readOnce = async () => {
    // The session and the account as they are now: an ended one hears nothing more.
    const present = await editorOfSession(editor.sessionId)
    if (!present) return end('signed-out')
    const presence = await getPresence(present, at)
    if (!presence) return end('not-found')
    const text = JSON.stringify(presence)
    if (isStopped || text === said) return
    said = text
    say({ kind: 'presence', presence })
  }
  const look = () => {
    isAskedAgain = isLooking
    if (isLooking || isStopped) return
    isLooking = true
    readOnce()
      // The database is away for a moment: what was said last may be old, so the window does better to ask by itself.
      .catch(closing)
      .finally(() => {
        isLooking = false
        if (isAskedAgain) look()
      })
  }

  const timer = setInterval(look, lookEvery)
  hub.ends.add(closing)
  watch(hub, at.reviewId, look)
  if (hub.isClosing) closing()
  else look()
  return { stop }
}

/** Ends all streams of this process, and hears of nothing more: the server is about to stop. */
export async function endPresenceStreams(): Promise<void> {
  const hub = theHub()
  hub.isClosing = true
  for (const end of [...hub.ends]) end()
  await hub.listening?.stop()
  hub.listening = null
}

function watch(hub: Hub, reviewId: string, look: () => void): void {
  const watchers = hub.watchers.get(reviewId) ?? new Set()
  hub.watchers.set(reviewId, watchers.add(look))
  const tell = (found: Iterable<() => void> | undefined) => {
    for (const each of found ?? []) each()
  }
  hub.listening ??= listen(
    { connectionString: env().DATABASE_URL ?? '', channel: 'editing_window' },
    {
      onNotice: id => tell(hub.watchers.get(id)),
      onGap: () => tell([...hub.watchers.values()].flatMap(all => [...all])),
    },
  )
}

function unwatch(hub: Hub, reviewId: string, look: () => void): void {
  const watchers = hub.watchers.get(reviewId)
  watchers?.delete(look)
  if (watchers?.size === 0) hub.watchers.delete(reviewId)
  // Without anybody at the desk there is no connection.
  if (hub.watchers.size > 0) return
  void hub.listening?.stop()
  hub.listening = null
}

// On globalThis: Next bundles this module apart from the server that has to end what it opened.
declare global {
  var outOfFivePresence: Hub | undefined
}

function theHub(): Hub {
  globalThis.outOfFivePresence ??= { watchers: new Map(), listening: null, ends: new Set(), isClosing: false }
  return globalThis.outOfFivePresence
}
