import { z } from 'zod'
import { roles } from '#lib/auth/policy.ts'
import { line, nameLine, text } from '#lib/forms/text-schema.ts'
import { priorities } from './workflow.ts'

/** A day of the calendar that there is, between 1900 and 2200. */
export const day = z.iso
  .date('This is not a day. Write it like 2026-11-23.')
  .refine(value => value >= '1900-01-01' && value < '2200-01-01', 'Choose a day between 1900 and 2200.')

const change = z
  .strictObject({
    id: z.uuid(),
    version: z.number().int().min(1),
    stepId: z.uuid().optional(),
    assigneeId: z.uuid().nullable().optional(),
    dueOn: day.nullable().optional(),
    priority: z.enum(priorities).optional(),
  })
  // A key that is there and undefined is not there.
  .transform(({ stepId, assigneeId, dueOn, priority, ...rest }) => ({
    ...rest,
    ...(stepId !== undefined && { stepId }),
    ...(assigneeId !== undefined && { assigneeId }),
    ...(dueOn !== undefined && { dueOn }),
    ...(priority !== undefined && { priority }),
  }))

/** At most 200 reviews at once, each once. */
export const planChangesSchema = z
  .array(change)
  .min(1)
  .max(200, 'Choose at most 200 reviews at once.')
  .refine(changes => new Set(changes.map(({ id }) => id)).size === changes.length)

export const pitchSchema = z.strictObject({
  title: nameLine(200, 'Say in a headline what the review would be of.'),
  workId: z
    .union([z.uuid(), z.literal('')])
    .default('')
    .transform(value => value || null),
  why: text(2_000).refine(value => value !== '', 'Say why we should review it: a sentence is enough.'),
})

const step = z.strictObject({
  /** Null for a new one. */
  id: z.uuid().nullable(),
  name: nameLine(40, 'Give every step a name.'),
  movers: z.array(z.enum(roles)).max(roles.length),
  isStart: z.boolean(),
})

/** The steps as they should be, in order. `seen` is what they were; `into` says where what stands in a removed one goes. */
export const stepsSchema = z.strictObject({
  seen: z.string().max(64),
  steps: z
    .array(step)
    .min(1, 'There has to be one step at least.')
    .max(12, 'Twelve steps are the most that a board can show.')
    .refine(
      steps => new Set(steps.map(({ name }) => name.toLowerCase())).size === steps.length,
      'Two steps have the same name. Give each its own.',
    )
    .refine(steps => steps.filter(({ isStart }) => isStart).length === 1, 'New reviews begin in one step: choose it.'),
  into: z.record(z.uuid(), z.uuid()).default({}),
})
export type StepsInput = z.infer<typeof stepsSchema>

export const viewSchema = z.strictObject({
  place: z.enum(['reviews', 'board']),
  name: nameLine(60, 'Give the view a name.'),
  query: line(1_000),
  isHouse: z
    .literal('on')
    .optional()
    .transform(value => value === 'on'),
})

export const viewIdSchema = z.strictObject({ id: z.uuid() })
