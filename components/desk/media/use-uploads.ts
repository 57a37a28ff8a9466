'use client'
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { LibraryPicture } from '#lib/media/library.ts'
import { browserKeep } from './upload-keep.ts'
import { createUploads, type Uploads, type UploadsNow } from './upload-store.ts'

const nothingYet: UploadsNow = { queue: [], said: '' }
const ofPeople = new Map<string, Uploads>()

/** The uploads of the library: one queue for each person, that goes on while they walk about the desk, and after a reload. */
export function useLibraryUploads(owner: string): Uploads {
  const uploads = useMemo(() => {
    const known =
      ofPeople.get(owner) ?? createUploads({ keep: typeof window === 'undefined' ? null : browserKeep(owner) })
    if (typeof window !== 'undefined') ofPeople.set(owner, known)
    return known
  }, [owner])
  useEffect(() => void uploads.restore(), [uploads])
  return uploads
}

/** What a queue is now. */
export function useUploadsNow(uploads: Uploads): UploadsNow {
  return useSyncExternalStore(uploads.subscribe, uploads.get, () => nothingYet)
}

/** Calls back for each picture that has come, or was there before, since this was first drawn. */
export function useTaken(uploads: Uploads, onTaken: (taken: { picture: LibraryPicture; id: string }[]) => void): void {
  const call = useRef(onTaken)
  useEffect(() => {
    call.current = onTaken
  })
  useEffect(() => {
    const taken = () => uploads.get().queue.filter(({ picture }) => picture !== null)
    let known = new Set(taken().map(({ id }) => id))
    return uploads.subscribe(() => {
      const all = taken()
      const fresh = all.flatMap(({ id, picture }) => (picture && !known.has(id) ? [{ id, picture }] : []))
      known = new Set(all.map(({ id }) => id))
      if (fresh.length > 0) call.current(fresh)
    })
  }, [uploads])
}
