'use client'
import { useEffect, useState } from 'react'
import { differingFields } from '#lib/reviews/compare.ts'
import type { DeskReview } from '#lib/reviews/desk-reviews.ts'
import { type Autosave, createAutosave } from './autosave.ts'
import { createDraftStore, type DraftStore } from './draft-store.ts'
import { browserStorage, type Locks, type SafetyCopies, type SafetyCopy, safetyCopies } from './safety-copy.ts'
import { fetchStored, sendSave } from './save-client.ts'
import { followsTitle, nextSlug } from './slug.ts'

export interface ReviewSaving {
  draft: DraftStore
  autosave: Autosave
  /** What a page that is gone has left in this browser and the server does not have. */
  left: LeftCopies
}

export interface LeftCopies {
  copies: { key: string; copy: SafetyCopy }[]
  remove: (key: string) => void
}

/** Everything that keeps what is written: the draft, its saving, and its copies in this browser. */
export function useReviewSaving(review: DeskReview): ReviewSaving {
  const [{ draft, autosave, copiesOf }] = useState(() => makeSaving(review))
  const [left, setLeft] = useState<LeftCopies['copies']>([])
  useEffect(() => {
    const copies = copiesOf()
    const release = copies.hold()
    void copies.listLeft().then(found => {
      const [same, other] = split(found, ({ copy }) => differingFields(copy.content, review.content).length === 0)
      for (const { key } of same) copies.remove(key)
      setLeft(other)
    })
    const stop = autosave.start()
    return () => {
      stop()
      release()
      // A link to another page of the desk was followed: no `beforeunload` comes.
      if (autosave.hasUnsaved()) void autosave.save({ isLast: true })
    }
  }, [autosave, copiesOf, review])
  useClosing(autosave)
  useComingBack(autosave, review.id)
  return {
    draft,
    autosave,
    left: {
      copies: left,
      remove: key => {
        copiesOf().remove(key)
        setLeft(before => before.filter(copy => copy.key !== key))
      },
    },
  }
}

function makeSaving(review: DeskReview) {
  const draft = createDraftStore(review.content)
  let copies: SafetyCopies | undefined
  // Made in the browser only: the page is drawn on the server first, which has no storage.
  const copiesOf = () => {
    copies ??= safetyCopies(review.id, browserStorage(), locksOf())
    return copies
  }
  const autosave = createAutosave({
    draft,
    version: review.version,
    savedAt: review.savedAt,
    send: request => sendSave(review.id, request),
    keepCopy: copy => {
      if (copy) return copiesOf().write(copy)
      copiesOf().clear()
      return true
    },
    another: (field, content) =>
      field === 'slug' && followsTitle(review, content) ? { slug: nextSlug(content.slug, content.title) } : null,
  })
  return { draft, autosave, copiesOf }
}

/** A page that closes saves what it can, and asks only when something would be lost on the server's side. */
function useClosing(autosave: Autosave) {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (autosave.hasUnsaved()) event.preventDefault()
    }
    const hide = () => {
      if (document.visibilityState === 'hidden' && autosave.hasUnsaved()) void autosave.save({ isLast: true })
    }
    window.addEventListener('beforeunload', ask)
    document.addEventListener('visibilitychange', hide)
    return () => {
      window.removeEventListener('beforeunload', ask)
      document.removeEventListener('visibilitychange', hide)
    }
  }, [autosave])
}

/** The network is back, or the page is looked at again: what waits is saved, and what somebody else saved meanwhile is shown. */
function useComingBack(autosave: Autosave, id: string) {
  useEffect(() => {
    const online = () => void autosave.save()
    const look = async () => {
      if (document.visibilityState !== 'visible') return
      if (autosave.hasUnsaved()) return void autosave.save()
      const { version } = autosave.status()
      const stored = await fetchStored(id)
      // Somebody may have begun to write while the answer was on its way.
      if (stored && stored.version > version && autosave.status().version === version && !autosave.hasUnsaved())
        autosave.goOnFrom(stored)
    }
    window.addEventListener('online', online)
    document.addEventListener('visibilitychange', look)
    window.addEventListener('focus', look)
    return () => {
      window.removeEventListener('online', online)
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('focus', look)
    }
  }, [autosave, id])
}

function locksOf(): Locks | null {
  return 'locks' in navigator ? navigator.locks : null
}

function split<T>(items: T[], isFirst: (item: T) => boolean): [T[], T[]] {
  return [items.filter(isFirst), items.filter(item => !isFirst(item))]
}
