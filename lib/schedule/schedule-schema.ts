import { z } from 'zod'
import { line } from '#lib/forms/text-schema.ts'
import { scheduledVerbs, type Timing } from './schedule.ts'

const wall = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, 'Choose a day and a time.')
  .refine(text => !Number.isNaN(Date.parse(`${text}Z`)), 'There is no such day.')

/** What an editor plans for a review, as the panel beside the text asks for it. Times are on the clocks of the editor's zone. */
export const timingVerbSchema = z.discriminatedUnion('verb', [
  z.strictObject({ verb: z.literal('schedule'), what: z.enum(scheduledVerbs), wall }),
  z.strictObject({ verb: z.literal('unschedule'), what: z.enum(scheduledVerbs) }),
  z.strictObject({ verb: z.literal('embargo'), wall, note: line(200), reason: line(500).default('') }),
  z.strictObject({ verb: z.literal('no-embargo'), reason: line(500) }),
  z.strictObject({
    verb: z.literal('share'),
    name: line(80).refine(text => text !== '', 'Say whom it is for: the name stands on the page.'),
    days: z.int().min(1, 'At least one day.').max(90, 'At most 90 days.'),
  }),
  z.strictObject({ verb: z.literal('unshare'), linkId: z.uuid() }),
])
/** What is dragged to another day. */
export const movedTimeSchema = z.strictObject({
  id: z.uuid(),
  what: z.enum(scheduledVerbs),
  day: z.iso.date('There is no such day.'),
})
export type TimeToMove = z.infer<typeof movedTimeSchema>
export type TimingVerb = z.infer<typeof timingVerbSchema>

const moment = z.object({ at: z.string(), by: z.string().nullable(), turn: z.string() })

/** What the panel is answered; parsed in the browser, because a page may be older than the server. */
export const timingSchema: z.ZodType<Timing> = z.object({
  waiting: z.object({ publish: moment.optional(), retract: moment.optional() }),
  failed: z.object({ verb: z.enum(scheduledVerbs), at: z.string(), problem: z.string() }).nullable(),
  embargo: z.object({ at: z.string(), note: z.string() }).nullable(),
  links: z.array(
    z.object({ id: z.string(), name: z.string(), expiresAt: z.string(), lastSeenAt: z.string().nullable() }),
  ),
  zone: z.string(),
  may: z.object({ schedule: z.boolean(), retract: z.boolean(), embargo: z.boolean(), share: z.boolean() }),
})
export const timingAnswerSchema = z.object({ timing: timingSchema, link: z.string().nullable() })
