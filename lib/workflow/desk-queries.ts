import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import { readableReview } from '#lib/reviews/desk-queries-review.ts'
import { ownedBy } from '#lib/reviews/working-copy.ts'
import { planOf } from './commands.ts'
import { readSteps } from './commands-steps.ts'
import { getToday } from './desk-queries-today.ts'
import { type Assignable, mayMoveInto, type Plan, type Step } from './workflow.ts'

/** What plans are made of, for this editor. */
export interface PlanChoices {
  steps: Step[]
  /** Of the steps, those that they may move a review into. */
  into: string[]
  /** Who can be given a review, by name; empty for who may not give any. */
  people: Assignable[]
  mayPlan: boolean
  /** The publication's day. */
  today: string
}

export async function getPlanChoices(editor: Editor): Promise<PlanChoices> {
  const mayPlan = can(editor, 'review.plan')
  const [steps, people, today] = await Promise.all([
    readSteps(db()),
    mayPlan
      ? db().user.findMany({ where: { disabledAt: null }, select: { id: true, name: true }, orderBy: { name: 'asc' } })
      : [],
    getToday(),
  ])
  return {
    steps,
    into: steps.filter(step => mayMoveInto(editor.role, step)).map(({ id }) => id),
    people,
    mayPlan,
    today,
  }
}

/** The plan of one review, with what it can be changed to; null when it is not theirs to see. */
export async function getReviewPlan(editor: Editor, id: string): Promise<ReviewPlan | null> {
  const review = await readableReview(editor, id)
  if (!review) return null
  const [choices, assignee] = await Promise.all([
    getPlanChoices(editor),
    review.assigneeId ? db().user.findUnique({ where: { id: review.assigneeId }, select: { name: true } }) : null,
  ])
  const isLive = review.publishedVersion !== null && !review.retractedAt
  return {
    ...choices,
    plan: { ...planOf(review), version: review.planVersion },
    assignee: assignee?.name ?? null,
    pitch: review.pitch,
    isLive,
    mayMove: !isLive && can(editor, 'review.edit', ownedBy(review)),
  }
}

export interface ReviewPlan extends PlanChoices {
  plan: Plan & { version: number }
  assignee: string | null
  /** Why it should be reviewed, as it was pitched; mostly empty. */
  pitch: string
  isLive: boolean
  mayMove: boolean
}

export interface DeskView {
  id: string
  name: string
  query: string
  isHouse: boolean
  mayRemove: boolean
}

/** The saved views of a place: the house's, then one's own, each by name. */
export async function listViews(editor: Editor, place: 'reviews' | 'board'): Promise<DeskView[]> {
  const rows = await db().savedView.findMany({
    where: { place, OR: [{ ownerId: null }, { ownerId: editor.id }] },
    orderBy: [{ ownerId: { sort: 'asc', nulls: 'first' } }, { name: 'asc' }],
  })
  return rows.map(({ id, name, query, ownerId }) => ({
    id,
    name,
    query,
    isHouse: ownerId === null,
    mayRemove: ownerId !== null || can(editor, 'review.plan'),
  }))
}
