'use client'
import { useRouter } from 'next/navigation'
import { createContext, type ReactNode, useCallback, useContext } from 'react'
import { useStatus } from '#components/ui/status-line.tsx'
import type { TimeToMove } from '#lib/schedule/schedule-schema.ts'
import type { PlanChange } from '#lib/workflow/workflow.ts'
import type { PlanActions, PlanAnswer } from './plan-actions.ts'

const silence = 'The server did not answer. It may have been done all the same: reload the page to see.'
const noAnswer = { said: '', problems: [silence], undo: [], ids: [] }

const Actions = createContext<PlanActions>({
  plan: async () => noAnswer,
  moveTime: async () => ({ ...noAnswer, undo: null }),
  trash: async () => noAnswer,
  putBack: async () => noAnswer,
})

/** Around the whole desk: plans are changed on many pages, and taken back on others. */
export function PlanProvider({ actions, children }: { actions: PlanActions; children: ReactNode }) {
  return <Actions value={actions}>{children}</Actions>
}

/** Changes plans and says so in the status line, with “Undo” there. Then the page is read anew, or `onChanged` done. */
export function usePlan(onChanged?: () => void | Promise<void>): (changes: PlanChange[]) => Promise<PlanAnswer> {
  const { plan } = useContext(Actions)
  const router = useRouter()
  const say = useStatus()
  return useCallback(
    async changes => {
      const changed = onChanged ?? (() => router.refresh())
      const answer = await plan(changes).catch(() => noAnswer)
      const undo = async () => {
        const back = await plan(answer.undo).catch(() => noAnswer)
        say(wordsOf({ ...back, said: back.said && 'Taken back.' }))
        await changed()
      }
      say({
        text: wordsOf(answer),
        ...(answer.undo.length > 0 && { action: { label: 'Undo', onPress: undo } }),
      })
      await changed()
      return answer
    },
    [plan, router, say, onChanged],
  )
}

/** Moves what is scheduled to another day, with “Undo” in the status line, and then reads the page anew. */
export function useMoveTime(): (input: TimeToMove) => Promise<void> {
  const { moveTime } = useContext(Actions)
  const router = useRouter()
  const say = useStatus()
  return useCallback(
    async input => {
      const silent = () => ({ ...noAnswer, undo: null })
      const { undo, ...answer } = await moveTime(input).catch(silent)
      const takeBack = async () => {
        const back = undo ? await moveTime(undo).catch(silent) : silent()
        say(wordsOf({ ...back, said: back.said && 'Taken back.' }))
        router.refresh()
      }
      say({ text: wordsOf(answer), ...(undo && { action: { label: 'Undo', onPress: takeBack } }) })
      router.refresh()
    },
    [moveTime, router, say],
  )
}

/** Throws reviews away, with “Undo” in the status line. */
export function useTrashReviews(): (reviews: { id: string; version: number }[]) => Promise<void> {
  const { trash, putBack } = useContext(Actions)
  const router = useRouter()
  const say = useStatus()
  return useCallback(
    async reviews => {
      const answer = await trash(reviews).catch(() => noAnswer)
      const undo = async () => {
        say(wordsOf(await putBack(answer.ids).catch(() => noAnswer)))
        router.refresh()
      }
      say({ text: wordsOf(answer), ...(answer.ids.length > 0 && { action: { label: 'Undo', onPress: undo } }) })
      router.refresh()
    },
    [trash, putBack, router, say],
  )
}

function wordsOf({ said, problems }: { said: string; problems: string[] }): string {
  return [said, ...problems].filter(Boolean).join(' ')
}
