'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState, useTransition } from 'react'
import type { DeskWorkPage } from '#lib/works/desk-queries-work.ts'
import { changedFields, mergeContents, type WorkContent, type WorkField } from '#lib/works/work-content.ts'
import type { SaveWorkOutcome, WorkActions } from './work-actions.ts'

type Fields = Partial<Record<string, string>>

/** What the last save came to. `merged` says what somebody else did meanwhile. */
export interface WorkAnswer {
  problem?: string
  fields?: Fields
  holder?: { name: string; path: string }
  done?: string
  merged?: { by: string | null; taken: WorkField[]; contested: WorkField[]; theirs: WorkContent }
}

/**
 * A work as it is being edited, and how it is saved. A save over somebody else's is not sent again by itself: what only they changed
 * is taken into the form, what I changed stays, and I look before I save.
 */
export function useWorkDraft(work: Pick<DeskWorkPage, 'id' | 'version' | 'content'>, save: WorkActions['save']) {
  const router = useRouter()
  const [base, setBase] = useState({ version: work.version, content: work.content })
  const [draft, setDraft] = useState(work.content)
  const [pending, setPending] = useState<Record<string, boolean>>({})
  const [answer, setAnswer] = useState<WorkAnswer>({})
  const [isSaving, start] = useTransition()
  const isPending = Object.values(pending).some(Boolean)
  const isChanged = isPending || changedFields(base.content, draft).length > 0
  useLeaveWarning(isChanged)
  // Pressed while a save is under way: what has been typed since is saved as soon as it has come to something.
  const again = useRef(false)
  const take = (sent: WorkContent, outcome: SaveWorkOutcome) => {
    if (outcome.ok) {
      setBase({ version: outcome.version, content: outcome.content })
      setDraft(now => mergeContents(sent, now, outcome.content).content)
      setAnswer({ done: 'Saved.' })
      // What stands around the form is made of the work too: its name, its parts.
      router.refresh()
    } else if (outcome.current) {
      const { version, content, savedBy: by } = outcome.current
      const { taken, contested } = mergeContents(base.content, sent, content)
      setBase({ version, content })
      setDraft(now => mergeContents(base.content, now, content).content)
      setAnswer({ merged: { by, taken, contested, theirs: content } })
      again.current = false
    } else {
      setAnswer(outcome)
      again.current = false
    }
  }
  const submit = () => {
    again.current = isSaving
    if (isSaving) return
    const unfinished = Object.entries(pending).find(([, is]) => is)?.[0]
    if (unfinished) return setAnswer({ problem: unfinished })
    start(async () => take(draft, await save({ id: work.id, version: base.version, content: draft }).catch(unanswered)))
  }
  useEffect(() => {
    if (isSaving || !again.current) return
    again.current = false
    if (isChanged) submit()
  })
  return {
    draft,
    answer,
    isSaving,
    isChanged,
    submit,
    set: (patch: Partial<WorkContent>) => {
      setDraft(before => ({ ...before, ...patch }))
      setAnswer(before => ({ ...before, done: undefined }))
    },
    /** Says, by the sentence that a save is then refused with, that something was typed and not added yet. */
    setPending: (problem: string, is: boolean) =>
      setPending(before => (Boolean(before[problem]) === is ? before : { ...before, [problem]: is })),
  }
}

/** Ctrl+S, or Command+S, from anywhere on the page: the focus may be on nothing when something was just taken away. */
export function useSaveKey(save: (() => void) | null): void {
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      latest.current?.()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
}

function unanswered(): SaveWorkOutcome {
  return {
    ok: false,
    problem:
      'Not saved: the server did not take it. What you typed is still here; try again, with less text if it is very much.',
  }
}

function useLeaveWarning(isChanged: boolean): void {
  const changed = useRef(isChanged)
  useEffect(() => {
    changed.current = isChanged
  })
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => changed.current && event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [])
}
