'use client'
import { useRouter } from 'next/navigation'
import { useCallback } from 'react'
import { useStatus } from '#components/ui/status-line.tsx'
import { type TrashKind, trashFolder } from '#lib/trash/trash.ts'
import type { TrashActions, TrashOutcome } from './trash-actions.ts'

const noAnswer = {
  ok: false,
  problem: 'The server did not answer. It may have been done all the same: reload the page to see.',
} as const

/** Throws something away and leads to its folder, with "Undo" in the status line there, which leads back. */
export function useThrowAway({ throwAway, putBack }: TrashActions) {
  const router = useRouter()
  const say = useStatus()
  return useCallback(
    async (thing: { kind: TrashKind; id: string; version: number }): Promise<TrashOutcome> => {
      const outcome = await throwAway(thing).catch(() => noAnswer)
      if (!outcome.ok) return outcome
      const { kind, id } = thing
      const undo = async () => {
        const back = await putBack({ kind, id }).catch(() => noAnswer)
        say(back.ok ? back.said : back.problem)
        // A whole new page: the router may still know that the thing is gone.
        if (back.ok) window.location.assign(`${trashFolder(kind)}/${id}`)
      }
      router.push(trashFolder(kind))
      say({ text: outcome.said, action: { label: 'Undo', onPress: undo } })
      return outcome
    },
    [throwAway, putBack, router, say],
  )
}
