'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { slugify } from '#lib/addresses/addresses.ts'
import type { DeskList, ListedWork } from '#lib/lists/desk-lists.ts'
import { isDraftSlug, type ListContent, type ListEntryContent } from '#lib/lists/lists.ts'
import { type KeptList, keep, readKept } from './kept-list.ts'
import { type SaveOutcome, sendList } from './save-list.ts'

type Failed = Extract<SaveOutcome, { ok: false }>

/** Everything that the editor of a list holds: what is typed, what is stored, and what came of the last save. */
export function useListEditing(list: DeskList) {
  const [content, setContent] = useState(list.content)
  const [stored, setStored] = useState({ version: list.version, content: list.content })
  const [works, setWorks] = useState(list.works)
  const [failed, setFailed] = useState<Failed | null>(null)
  const [left, setLeft] = useState<KeptList | null>(null)
  const isDirty = !isSame(content, stored.content)

  const [opened] = useState(list)
  const isKept = useRef(false)

  useEffect(() => {
    const kept = readKept(opened.id)
    if (kept && !isSame(kept.content, opened.content)) setLeft(kept)
  }, [opened])
  useEffect(() => {
    // Only what this page has kept is forgotten by it: another tab's, or an earlier visit's, waits until somebody says what to do with it.
    if (isDirty) keep(list.id, { version: stored.version, content, works })
    else if (isKept.current) keep(list.id, null)
    isKept.current = isDirty
  }, [isDirty, content, works, stored.version, list.id])
  useLeaving(isDirty)

  const change = useCallback((part: Partial<ListContent>) => {
    setContent(before => ({ ...before, ...part, slug: part.slug ?? slugFor(before, part.title) }))
    setFailed(null)
  }, [])
  const changeEntries = useCallback((next: (entries: ListEntryContent[]) => ListEntryContent[]) => {
    setContent(before => ({ ...before, entries: next(before.entries) }))
    setFailed(null)
  }, [])
  const learn = useCallback((work: ListedWork) => setWorks(before => ({ ...before, [work.id]: work })), [])

  /** Saves over `version`: the one that this page began with, or the one that somebody has decided to save over. */
  const save = async (version = stored.version): Promise<SaveOutcome> => {
    const outcome = await sendList(list.id, version, content)
    if (outcome.ok) {
      setStored({ version: outcome.version, content })
      setLeft(null)
    }
    setFailed(outcome.ok ? null : outcome)
    return outcome
  }
  const bringBack = () => {
    if (!left) return
    setContent(left.content)
    setWorks(before => ({ ...left.works, ...before }))
    setLeft(null)
  }
  const throwAway = () => {
    keep(list.id, null)
    setLeft(null)
  }
  return {
    content,
    works,
    version: stored.version,
    isDirty,
    failed,
    setFailed,
    left,
    bringBack,
    throwAway,
    change,
    changeEntries,
    learn,
    save,
  }
}

export type ListEditing = ReturnType<typeof useListEditing>

/** The address is made of the title until somebody has written it by hand. */
function slugFor({ slug, title }: ListContent, next: string | undefined): string {
  if (next === undefined || next.trim() === '') return slug
  return isDraftSlug(slug) || slug === slugify(title) ? slugify(next) : slug
}

function isSame(a: ListContent, b: ListContent): boolean {
  const inOrder = ({ slug, title, standfirst, criticId, topicId, isRanked, entries }: ListContent) =>
    JSON.stringify([
      slug,
      title,
      standfirst,
      criticId,
      topicId,
      isRanked,
      entries.map(({ workId, note }) => [workId, note]),
    ])
  return inOrder(a) === inOrder(b)
}

/** The browser asks before a page with something unsaved is closed. */
function useLeaving(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isDirty])
}
