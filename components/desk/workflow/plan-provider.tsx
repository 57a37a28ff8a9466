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

type Said = { said: string; problems: string[] }

/** Says in the status line what was done, with “Undo” there when there is a way back, and has the page read anew, or does `onChanged`. */
function useSaid(onChanged?: () => void | Promise<void>) {
  const router = useRouter()
  const say = useStatus()
  return useCallback(
    async (answer: Said, takeBack: (() => Promise<Said>) | null): Promise<void> => {
      const changed = onChanged ?? (() => router.refresh())
      const undo = async () => {
        say(wordsOf((await takeBack?.().catch(() => noAnswer)) ?? noAnswer))
        await changed()
      }
      say({ text: wordsOf(answer), ...(takeBack && { action: { label: 'Undo', onPress: undo } }) })
      await changed()
    },
    [router, say, onChanged],
  )
}

const takenBack = ({ said, problems }: Said): Said => ({ said: said && 'Taken back.', problems })

/** Changes plans. */
export function usePlan(onChanged?: () => void | Promise<void>): (changes: PlanChange[]) => Promise<PlanAnswer> {
  const { plan } = useContext(Actions)
  const said = useSaid(onChanged)
  return useCallback(
    async changes => {
      const answer = await plan(changes).catch(() => noAnswer)
      await said(answer, answer.undo.length > 0 ? async () => takenBack(await plan(answer.undo)) : null)
      return answer
    },
    [plan, said],
  )
}

/** Moves what is scheduled to another day. */
export function useMoveTime(): (input: TimeToMove) => Promise<void> {
  const { moveTime } = useContext(Actions)
  const said = useSaid()
  return useCallback(
    async input => {
      const { undo, ...answer } = await moveTime(input).catch(() => ({ ...noAnswer, undo: null }))
      await said(answer, undo && (async () => takenBack(await moveTime(undo))))
    },
    [moveTime, said],
  )
}

/** Throws reviews away. */
export function useTrashReviews(): (reviews: { id: string; version: number }[]) => Promise<void> {
  const { trash, putBack } = useContext(Actions)
  const said = useSaid()
  return useCallback(
    async reviews => {
      const answer = await trash(reviews).catch(() => noAnswer)
      await said(answer, answer.ids.length > 0 ? () => putBack(answer.ids) : null)
    },
    [trash, putBack, said],
  )
}

function wordsOf({ said, problems }: Said): string {
  return [said, ...problems].filter(Boolean).join(' ')
}
