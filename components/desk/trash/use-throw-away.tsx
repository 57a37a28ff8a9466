'use client'
import { useRouter } from 'next/navigation'
import { createContext, type ReactNode, useCallback, useContext } from 'react'
import { useStatus } from '#components/ui/status-line.tsx'
import { type TrashKind, trashFolder } from '#lib/trash/trash.ts'
import type { TrashActions, TrashOutcome } from './trash-actions.ts'

const noAnswer = {
  ok: false,
  problem: 'The server did not answer. It may have been done all the same: reload the page to see.',
} as const

const Actions = createContext<TrashActions>({ throwAway: async () => noAnswer, putBack: async () => noAnswer })

/**
 * Around the whole desk: "Undo" is pressed on another page than the one on which something was thrown away, and a page knows only the server
 * actions that it or its layouts were given.
 */
export function TrashProvider({ actions, children }: { actions: TrashActions; children: ReactNode }) {
  return <Actions value={actions}>{children}</Actions>
}

/** Throws something away and leads to its folder, with "Undo" in the status line there, which leads back. */
export function useThrowAway() {
  const { throwAway, putBack } = useContext(Actions)
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
        if (back.ok) router.push(`${trashFolder(kind)}/${id}`)
      }
      router.push(trashFolder(kind))
      say({ text: outcome.said, action: { label: 'Undo', onPress: undo } })
      return outcome
    },
    [throwAway, putBack, router, say],
  )
}
