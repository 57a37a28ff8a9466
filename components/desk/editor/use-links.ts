'use client'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { type CheckedLink, linksIn } from '#lib/links/links.ts'
import { useEditorDesk, useSaveStatus } from './editor-context.tsx'
import { onIdle } from './idle.ts'
import { checkLinks, fetchLinks } from './outside-client.ts'

const pollMs = 1_500
const mostPolls = 60

export interface Links {
  links: CheckedLink[]
  /** How many of them nobody has answered for yet. */
  waiting: number
  problem: string
  checkAgain: () => void
}

/**
 * The links of the text and how each stands. They are checked when the text that is stored has others than before, and when somebody
 * asks; what was checked lately is known at once.
 */
export function useLinks(): Links {
  const { review } = useEditorDesk()
  const { state } = useSaveStatus()
  const addresses = useAddresses()
  const [links, setLinks] = useState<CheckedLink[]>([])
  const [problem, setProblem] = useState('')
  const [polls, setPolls] = useState(0)
  const isSaved = state.kind === 'saved'
  const check = useCallback(
    (again: boolean, signal?: AbortSignal) =>
      checkLinks(review.id, again, signal).then(
        found => {
          setLinks(found)
          setProblem('')
          setPolls(0)
        },
        (error: unknown) => {
          if (!signal?.aborted) setProblem(error instanceof Error && error.message.endsWith('.') ? error.message : lost)
        },
      ),
    [review.id],
  )
  // Other addresses are why it is checked again.
  useEffect(() => {
    if (!isSaved || addresses === '') return
    const controller = new AbortController()
    void check(false, controller.signal)
    return () => controller.abort()
  }, [addresses, isSaved, check])
  const here = new Set(addresses.split('\n'))
  const shown = links.filter(({ href }) => here.has(href))
  const waiting = shown.filter(link => link.state === 'waiting').length
  useEffect(() => {
    if (waiting === 0 || polls >= mostPolls) return
    const controller = new AbortController()
    const timer = setTimeout(() => {
      fetchLinks(review.id, controller.signal)
        .then(setLinks, () => {})
        .then(() => !controller.signal.aborted && setPolls(polls + 1))
    }, pollMs)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [waiting, polls, review.id])
  return { links: shown, waiting, problem, checkAgain: useCallback(() => void check(true), [check]) }
}

const lost = 'The links could not be checked: the server did not answer.'

/** The addresses that the text links to, a line each, read when the hands rest. */
function useAddresses(): string {
  const { draft } = useEditorDesk()
  const [store] = useState(() => {
    let addresses = ''
    return {
      get: () => addresses,
      subscribe: (listener: () => void) =>
        onIdle(draft.subscribe, () => {
          const next = linksIn(draft.get().body)
            .map(({ href }) => href)
            .join('\n')
          if (next === addresses) return
          addresses = next
          listener()
        }),
    }
  })
  return useSyncExternalStore(store.subscribe, store.get, store.get)
}
