'use client'
import { useCallback, useEffect, useState } from 'react'
import type { DeskReview, EditorChoices } from '#lib/reviews/desk-reviews.ts'
import { type Autosave, createAutosave } from './autosave.ts'
import { copyDatabase } from './copy-database.ts'
import { createDraftStore, type DraftStore } from './draft-store.ts'
import type { LeftCopy } from './left-copies.ts'
import { answers, answersNow } from './reading.ts'
import { browserStorage, type Locks, type SafetyCopies, safetyCopies } from './safety-copy.ts'
import { fetchStored, sendSave } from './save-client.ts'
import { followsTitle, nextSlug } from './slug.ts'
import { soon } from './soon.ts'

export interface ReviewSaving {
  draft: DraftStore
  autosave: Autosave
  /** What a page that is gone has left in this browser and the server does not have. */
  left: LeftCopies
  /** The server runs a newer build than the page. */
  isOutdated: boolean
}

export interface LeftCopies {
  copies: LeftCopy[]
  /** Whether a copy is surely of a window that is gone: not every browser can tell. */
  isSure: boolean
  remove: (window: string) => void
}

type Whose = Pick<EditorChoices, 'editorId' | 'build'>

/** Everything that keeps what is written: the draft, its saving, and its copies in this browser. */
export function useReviewSaving(review: DeskReview, { editorId, build }: Whose): ReviewSaving {
  const [serverBuild, setServerBuild] = useState(build)
  const [saving] = useState(() => makeSaving(review, editorId, setServerBuild))
  const { draft, autosave, copiesOf } = saving
  const [left, setLeft] = useState<LeftCopy[]>([])
  useEffect(() => {
    const copies = copiesOf()
    const release = copies.hold()
    // What cannot be loaded now is tried again by whoever needs it.
    void answers().catch(() => {})
    // Where the script for it does not come, the copies stay, and are offered by the next page.
    void findLeft(copies, review).then(setLeft, () => {})
    const stop = autosave.start()
    return () => {
      stop()
      release()
      // A link to another page of the desk was followed: no `beforeunload` comes.
      if (autosave.hasUnsaved()) void autosave.save({ isLast: true })
    }
  }, [autosave, copiesOf, review])
  useClosing(saving)
  useComingBack(autosave, review.id)
  useLastingStorage(draft)
  const remove = useCallback(
    (window: string) => {
      void copiesOf().remove(window)
      setLeft(before => before.filter(copy => copy.window !== window))
    },
    [copiesOf],
  )
  return {
    draft,
    autosave,
    left: { copies: left, isSure: left.length > 0 && locksOf() !== null, remove },
    isOutdated: serverBuild !== build,
  }
}

interface Saving {
  draft: DraftStore
  autosave: Autosave
  /** Made in the browser only: the page is drawn on the server first, which has no storage. */
  copiesOf: () => SafetyCopies
}

function makeSaving(review: DeskReview, editorId: string, onBuild: (build: string) => void): Saving {
  const draft = createDraftStore(review.content)
  let copies: SafetyCopies | undefined
  const copiesOf = () => {
    copies ??= safetyCopies({
      reviewId: review.id,
      editorId,
      store: 'indexedDB' in window ? copyDatabase() : null,
      storage: browserStorage(),
      locks: locksOf(),
      onProblem: problem => autosave.setCopyProblem(problem),
      soon,
    })
    return copies
  }
  const autosave = createAutosave({
    draft,
    version: review.version,
    savedAt: review.savedAt,
    send: request => {
      // Whatever becomes of the request and of the page: first it is here.
      if (request.isLast) copiesOf().keepNow()
      return sendSave({ id: review.id, editorId, onBuild }, request)
    },
    keepCopy: copy => copiesOf().keep(copy),
    // It is asked of what the server has just told, which nobody could have read without it.
    asStored: content => answersNow()?.asStored(content) ?? content,
    another: (field, content) =>
      field === 'slug' && followsTitle(review, content) ? { slug: nextSlug(content.slug, content.title) } : null,
  })
  return { draft, autosave, copiesOf }
}

/** What is left of other windows, without what the server has in it already: that is cleared away. */
async function findLeft(copies: SafetyCopies, { content }: DeskReview): Promise<LeftCopy[]> {
  const found = await copies.listLeft(content)
  if (found.length === 0) return []
  // Comparing takes a script of its own, which hardly anybody needs. Without it nothing is cleared.
  const { isStored } = await import('./is-stored.ts').catch(() => ({ isStored: () => false }))
  const settled = found.filter(({ copy }) => isStored(copy, content))
  for (const { window } of settled) void copies.remove(window)
  return found.filter(left => !settled.includes(left))
}

/** A page that closes saves what it can, and asks only when something would be lost on the server's side. */
function useClosing({ autosave, copiesOf }: Saving) {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (autosave.hasUnsaved()) event.preventDefault()
    }
    const hide = () => {
      if (document.visibilityState === 'hidden' && autosave.hasUnsaved()) void autosave.save({ isLast: true })
    }
    const keep = () => copiesOf().keepNow()
    window.addEventListener('beforeunload', ask)
    window.addEventListener('pagehide', keep)
    document.addEventListener('visibilitychange', hide)
    return () => {
      window.removeEventListener('beforeunload', ask)
      window.removeEventListener('pagehide', keep)
      document.removeEventListener('visibilitychange', hide)
    }
  }, [autosave, copiesOf])
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
    // The way back brings the page as the browser kept it, which may be before the last save.
    void look()
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

const askedKey = 'out-of-five:asked-to-keep'

/** Asks once, when somebody begins to write, that the browser does not clear away what it keeps for want of room. */
function useLastingStorage(draft: DraftStore) {
  useEffect(() => {
    const stop = draft.subscribe(() => {
      stop()
      void askToKeep().catch(() => {})
    })
    return stop
  }, [draft])
}

async function askToKeep(): Promise<void> {
  const storage = browserStorage()
  if (!('storage' in navigator) || storage?.getItem(askedKey) || (await navigator.storage.persisted())) return
  storage?.setItem(askedKey, '1')
  await navigator.storage.persist()
}

function locksOf(): Locks | null {
  return typeof navigator !== 'undefined' && 'locks' in navigator ? navigator.locks : null
}
