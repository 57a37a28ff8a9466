import { z } from 'zod'
import { roles } from '#lib/auth/policy.ts'
import type { ReviewPlan } from '#lib/workflow/desk-queries.ts'
import { priorities } from '#lib/workflow/workflow.ts'
import { readDesk } from '../desk-fetch.ts'

const named = z.object({ id: z.string(), name: z.string() })

// A page may be older than the server that answers it.
const schema = z.object({
  plan: z.object({
    stepId: z.string(),
    assigneeId: z.string().nullable(),
    dueOn: z.string().nullable(),
    priority: z.enum(priorities),
    version: z.number(),
  }),
  steps: z.array(named.extend({ movers: z.array(z.enum(roles)), isStart: z.boolean() })),
  into: z.array(z.string()),
  people: z.array(named),
  assignee: z.string().nullable(),
  pitch: z.string(),
  isLive: z.boolean(),
  mayMove: z.boolean(),
  mayPlan: z.boolean(),
  today: z.string(),
})

/** Where a review stands; null when the server did not say. */
export function getPlan(reviewId: string): Promise<ReviewPlan | null> {
  return readDesk(`/api/desk/reviews/${reviewId}/plan`, schema)
}
