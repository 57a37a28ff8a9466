'use client'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { DeskReview } from '#lib/reviews/desk-reviews.ts'
import type { Autosave } from '../autosave.ts'
import type { DraftStore } from '../draft-store.ts'
import { useEditorDesk } from '../editor-context.tsx'
import { browserStorage } from '../safety-copy.ts'
import { fetchStored } from '../save-client.ts'
import { openPresenceStream, sendPresence } from './presence-client.ts'
import { createPresence, type PresenceState, type PresenceStore } from './presence-store.ts'
import { nameWindow } from './window-name.ts'

/** After so long without a hand at the keyboard or the mouse the window says nothing more, in milliseconds: its session may then end. */
const asleepAfter = 15 * 60_000

/** Enters the review, and leaves it with the page. */
export function usePresence(
  review: DeskReview,
  { draft, autosave }: { draft: DraftStore; autosave: Autosave },
): PresenceStore {
  const [presence] = useState(() => makePresence(review.id, draft, autosave))
  useEffect(() => {
    presence.setSeen(document.visibilityState === 'visible')
    const leave = presence.start()
    const see = () => presence.setSeen(document.visibilityState === 'visible')
    // A page that the browser keeps for the way back has left, and enters again.
    const comeBack = ({ persisted }: PageTransitionEvent) => persisted && presence.start()
    document.addEventListener('visibilitychange', see)
    window.addEventListener('pagehide', leave)
    window.addEventListener('pageshow', comeBack)
    return () => {
      document.removeEventListener('visibilitychange', see)
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('pageshow', comeBack)
      leave()
    }
  }, [presence])
  useEffect(() => watchHands(presence), [presence])
  return presence
}

/** Who is here, for what shows it. */
export function usePresenceState(): PresenceState {
  const { presence } = useEditorDesk()
  return useSyncExternalStore(presence.subscribe, presence.get, presence.get)
}

function makePresence(id: string, draft: DraftStore, autosave: Autosave): PresenceStore {
  let written = draft.get()
  return createPresence({
    name: () => nameWindow(id, browserStorage(), 'locks' in navigator ? navigator.locks : null),
    send: (verb, isLast) => sendPresence(id, verb, isLast),
    openStream: (window, events) => openPresenceStream(id, window, events),
    saveAll: () => autosave.save(),
    follow: version => follow(id, version, autosave),
    hasWritten() {
      const before = written
      written = draft.get()
      return written !== before
    },
  })
}

/** Goes on from what somebody else saved, where nothing was written here since. */
async function follow(id: string, version: number, autosave: Autosave): Promise<void> {
  const isBehind = () => {
    const { version: own, state } = autosave.status()
    return own < version && state.kind === 'saved' && !autosave.hasUnsaved()
  }
  if (!isBehind()) return
  const stored = await fetchStored(id)
  if (stored && isBehind() && stored.version > autosave.status().version) autosave.goOnFrom(stored)
}

function watchHands(presence: PresenceStore): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let at = 0
  const move = () => {
    // Not at every key: a minute more or less is nothing here.
    if (at > 0 && performance.now() - at < 60_000) return
    at = performance.now()
    presence.setAwake(true)
    clearTimeout(timer)
    timer = setTimeout(() => {
      at = 0
      presence.setAwake(false)
    }, asleepAfter)
  }
  move()
  const events = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'focus'] as const
  for (const event of events) window.addEventListener(event, move, { passive: true })
  return () => {
    clearTimeout(timer)
    for (const event of events) window.removeEventListener(event, move)
  }
}
