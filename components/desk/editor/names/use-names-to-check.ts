'use client'
import { useEffect, useState } from 'react'
import type { NamesToCheck } from '#lib/names/names-schema.ts'
import { mentionIds } from '#lib/prose/prose.ts'
import { fetchNames } from '../desk-client.ts'
import { useEditorDesk } from '../editor-context.tsx'

/** What the names of the review are checked against: fetched with it, and again when it has another work or mentions somebody else. */
export function useNamesToCheck(): NamesToCheck | null {
  const { draft, review } = useEditorDesk()
  const [names, setNames] = useState<NamesToCheck | null>(null)
  useEffect(() => {
    if (!review.may.edit) return
    let controller = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    let asked = ''
    const ask = async () => {
      const { workId, body } = draft.get()
      const sources = { workId, mentionIds: mentionIds(body).sort().slice(0, 150) }
      const wanted = JSON.stringify(sources)
      if (wanted === asked) return
      asked = wanted
      controller.abort()
      controller = new AbortController()
      try {
        setNames(await fetchNames(sources, controller.signal))
      } catch {
        // Without a connection the names of before go on being checked; the next change asks again.
        if (asked === wanted) asked = ''
      }
    }
    void ask()
    const stop = draft.subscribe(() => {
      clearTimeout(timer)
      timer = setTimeout(ask, 700)
    })
    return () => {
      stop()
      clearTimeout(timer)
      controller.abort()
    }
  }, [draft, review.may.edit])
  return names
}
