import { useCallback } from 'react'
import { useEditorDesk } from '../editor-context.tsx'
import { fetchStored } from '../save-client.ts'
import { useNotes } from './notes-store.ts'

/** Accepting and rejecting suggestions. Each answers with what is wrong, or with nothing. */
export function useSettling() {
  const { autosave, review } = useEditorDesk()
  const [, store] = useNotes()
  const { say } = store
  const goOn = useCallback(async () => {
    const stored = await fetchStored(review.id)
    if (stored && stored.version > autosave.status().version && !autosave.hasUnsaved()) autosave.goOnFrom(stored)
  }, [autosave, review.id])
  const accept = useCallback(
    async (ids: string[]) => {
      if (!(await autosave.save()))
        return 'Not everything could be saved, so nothing was accepted. The line at the top says why.'
      const sent = await store.send({ verb: 'accept', ids, version: autosave.status().version })
      if (!sent.ok) return sent.problem
      await goOn()
      const made = ids.length - sent.missed.length
      say(made === 1 ? 'One suggestion accepted.' : `${made} suggestions accepted.`)
      if (sent.missed.length === 0) return ''
      return sent.missed.length === 1
        ? 'One touched another of them, or its words have changed. It is still open.'
        : `${sent.missed.length} touched others of them, or their words have changed. They are still open.`
    },
    [autosave, store, goOn, say],
  )
  const reject = useCallback(
    async (ids: string[]) => {
      const sent = await store.send({ verb: 'reject', ids })
      if (sent.ok) say(ids.length === 1 ? 'One suggestion rejected.' : `${ids.length} suggestions rejected.`)
      return sent.ok ? '' : sent.problem
    },
    [store, say],
  )
  return { accept, reject, goOn }
}
