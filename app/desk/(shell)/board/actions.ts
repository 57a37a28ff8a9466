'use server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { MovedTimeAnswer, PlanAnswer, TrashedAnswer } from '#components/desk/workflow/plan-actions.ts'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { type FormState, invalid, textsOf } from '#lib/forms/form-state.ts'
import { moveSchedule, timingProblem } from '#lib/schedule/commands.ts'
import { movedTimeSchema, type TimeToMove } from '#lib/schedule/schedule-schema.ts'
import { putBack, throwAway } from '#lib/trash/commands.ts'
import { type Planned, type PlanRefusal, planReviews } from '#lib/workflow/commands.ts'
import { pitchReview } from '#lib/workflow/commands-pitch.ts'
import { removeView, saveView, type ViewRefusal } from '#lib/workflow/commands-views.ts'
import { namedReviews, type PlanChange } from '#lib/workflow/workflow.ts'
import { pitchSchema, planChangesSchema, viewIdSchema, viewSchema } from '#lib/workflow/workflow-schema.ts'

const nothing = 'This cannot be done: choose a day, a step or a person that there is, for at most 200 reviews at once.'

export async function planAction(input: PlanChange[]): Promise<PlanAnswer> {
  const editor = await requireEditor()
  const changes = planChangesSchema.safeParse(input)
  if (!changes.success) return { said: '', problems: [changes.error.issues[0]?.message ?? nothing], undo: [] }
  const { changed, refused } = await planReviews(editor, changes.data)
  return {
    said: changed.length > 0 ? `Changed: ${namedReviews(changed.map(({ title }) => title))}.` : '',
    problems: problemsOf(refused),
    undo: changed.map(({ undo }) => undo),
  }
}

/** Moves what is scheduled to another day, at its hour. */
export async function moveTimeAction(input: TimeToMove): Promise<MovedTimeAnswer> {
  const editor = await requireEditor()
  const time = movedTimeSchema.safeParse(input)
  if (!time.success) return { said: '', problems: ['Choose a day.'], undo: null }
  const outcome = await moveSchedule(editor, time.data)
  if (!outcome.ok) return { said: '', problems: [`Not moved. ${timingProblem(outcome)}`], undo: null }
  return { said: `Moved: ${namedReviews([outcome.title])}.`, problems: [], undo: { ...time.data, day: outcome.from } }
}

const refusals: Record<PlanRefusal, string> = {
  'not-found': 'is not there any more',
  'not-allowed': 'is not yours to change in this way: ask an editor',
  live: 'is live, and stands in no step until it is retracted',
  stale: 'was changed by somebody else meanwhile: look at it again first',
  'no-step': 'cannot go into a step that is gone: reload the page',
  'no-person': 'cannot be given to somebody whose account is closed',
}

/** One sentence to each reason, with what it is true of. */
function problemsOf(refused: Planned['refused']): string[] {
  return [...Map.groupBy(refused, ({ code }) => code)].map(
    ([code, those]) => `Not changed: ${namedReviews(those.map(({ title }) => title))}, which ${refusals[code]}.`,
  )
}

const chosen = z.array(z.strictObject({ id: z.uuid(), version: z.number().int().min(1) })).max(200)

export async function trashReviewsAction(input: { id: string; version: number }[]): Promise<TrashedAnswer> {
  const editor = await requireEditor()
  const ids: string[] = []
  const reviews = chosen.parse(input)
  for (const review of reviews) if ((await throwAway(editor, { kind: 'review', ...review })).ok) ids.push(review.id)
  return { said: trashedText(ids.length), problems: keptText(reviews.length - ids.length), ids }
}

export async function putBackReviewsAction(input: string[]): Promise<{ said: string; problems: string[] }> {
  const editor = await requireEditor()
  let count = 0
  const ids = z.array(z.uuid()).max(200).parse(input)
  for (const id of ids) if ((await putBack(editor, { kind: 'review', id })).ok) count += 1
  return {
    said: count === 1 ? 'One review is back.' : `${count} reviews are back.`,
    problems: count < ids.length ? ['The others are in the trash: something that they need is there too.'] : [],
  }
}

function trashedText(count: number): string {
  if (count === 0) return ''
  return count === 1 ? 'One review is in the trash.' : `${count} reviews are in the trash.`
}

function keptText(count: number): string[] {
  if (count === 0) return []
  const kept = count === 1 ? 'One was kept' : `${count} were kept`
  return [`${kept}: readers see it, it was changed meanwhile, or your role does not allow it.`]
}

export async function pitchAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const input = pitchSchema.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  const outcome = await pitchReview(editor, input.data)
  if (!outcome.ok) return { problem: 'Your role does not begin reviews. Nothing was saved.' }
  redirect(`/desk/reviews/${outcome.id}`)
}

export async function saveViewAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const input = viewSchema.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  const outcome = await saveView(editor, input.data)
  return outcome.ok ? { done: 'Kept.' } : { fields: { name: viewRefusals[outcome.code] } }
}

export async function removeViewAction(input: { id: string }): Promise<{ said: string }> {
  const editor = await requireEditor()
  const outcome = await removeView(editor, viewIdSchema.parse(input).id)
  return { said: outcome.ok ? 'The view is forgotten. The reviews are as they were.' : viewRefusals[outcome.code] }
}

const viewRefusals: Record<ViewRefusal['code'], string> = {
  'not-allowed': 'Editors keep views for everybody. Keep it for yourself.',
  'not-found': 'This view is not there any more. Reload the page.',
  known: 'A view has this name already. Choose another.',
  'too-many': 'Fifty views are the most. Forget one first.',
}
