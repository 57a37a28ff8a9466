'use client'
import { useRouter } from 'next/navigation'
import { createContext, type ReactNode, useCallback, useContext } from 'react'
import { useStatus } from '#components/ui/status-line.tsx'
import type { PlanChange } from '#lib/workflow/workflow.ts'
import type { PlanActions, PlanAnswer } from './plan-actions.ts'

const silence = 'The server did not answer. It may have been done all the same: reload the page to see.'
const noAnswer = { said: '', problems: [silence], undo: [], ids: [] }

const Actions = createContext<PlanActions>({
  plan: async () => noAnswer,
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
