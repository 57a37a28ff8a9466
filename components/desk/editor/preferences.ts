'use client'
import { useCallback, useSyncExternalStore } from 'react'

// How somebody likes to write, remembered in this browser and nowhere else. Off is what nobody has chosen.

export type Preference = 'plain-punctuation' | 'focus' | 'focus-even' | 'focus-typewriter'

const listeners = new Set<() => void>()
/** For browsers that keep nothing: as long as the page is open. */
const held = new Map<Preference, boolean>()

export function preference(name: Preference): boolean {
  try {
    return held.get(name) ?? localStorage.getItem(keyOf(name)) === 'on'
  } catch {
    return false
  }
}

export function setPreference(name: Preference, isOn: boolean): void {
  held.set(name, isOn)
  try {
    if (isOn) localStorage.setItem(keyOf(name), 'on')
    else localStorage.removeItem(keyOf(name))
  } catch {
    // It is held until the page is left.
  }
  for (const listener of [...listeners]) listener()
}

/** A preference and how to change it. On the server, and in the first picture of the page, all are off. */
export function usePreference(name: Preference): [boolean, (isOn: boolean) => void] {
  const isOn = useSyncExternalStore(
    subscribe,
    () => preference(name),
    () => false,
  )
  return [isOn, useCallback((next: boolean) => setPreference(name, next), [name])]
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function keyOf(name: Preference): string {
  return `out-of-five:writing:${name}`
}
