import type { TimeToMove } from '#lib/schedule/schedule-schema.ts'
import type { PlanChange } from '#lib/workflow/workflow.ts'

// The server actions of plans, handed to components: they know what an action answers, not where it lives.

export interface PlanAnswer {
  /** What was done, in words; empty when nothing was. */
  said: string
  /** What was not done, and why. */
  problems: string[]
  /** What takes it back. */
  undo: PlanChange[]
}

export interface TrashedAnswer {
  said: string
  problems: string[]
  /** What can be put back. */
  ids: string[]
}

export interface MovedTimeAnswer {
  said: string
  problems: string[]
  /** What takes it back; null when nothing was done. */
  undo: TimeToMove | null
}

export interface PlanActions {
  plan(changes: PlanChange[]): Promise<PlanAnswer>
  moveTime(input: TimeToMove): Promise<MovedTimeAnswer>
  trash(reviews: { id: string; version: number }[]): Promise<TrashedAnswer>
  putBack(ids: string[]): Promise<{ said: string; problems: string[] }>
}
