import { z } from 'zod'
import type { Presence } from './presence.ts'

const window = z.uuid()

/** What a window of the editor tells the server, and asks of it. */
export const presenceVerbSchema = z.discriminatedUnion('verb', [
  /** `wantsPen`: takes it if it lies there; a window that only read along before says no. */
  z.strictObject({ verb: z.literal('enter'), window, wantsPen: z.boolean() }),
  /** `wrote`: something was written since the last time. `hadPen` for when the row was lost: it is then made anew. */
  z.strictObject({ verb: z.literal('keep'), window, wrote: z.boolean(), hadPen: z.boolean() }),
  z.strictObject({ verb: z.literal('leave'), window }),
  z.strictObject({ verb: z.literal('ask'), window }),
  z.strictObject({ verb: z.literal('give'), window, to: window }),
  z.strictObject({ verb: z.literal('decline'), window, to: window }),
  z.strictObject({
    verb: z.literal('take-over'),
    window,
    word: z
      .string()
      .transform(value =>
        value
          .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
      )
      .pipe(z.string().max(200, 'Say it in at most 200 characters.')),
  }),
  /** The window that the pen was taken from has brought its last words. */
  z.strictObject({ verb: z.literal('settle'), window }),
])
export type PresenceVerb = z.infer<typeof presenceVerbSchema>

const presentWindowSchema = z.object({
  id: z.string(),
  name: z.string(),
  isOwn: z.boolean(),
  holdsPen: z.boolean(),
  isIdle: z.boolean(),
  isAsking: z.boolean(),
})

/** What a window is told; parsed in the browser, because a page may be older than the server. */
export const presenceSchema: z.ZodType<Presence> = z.object({
  version: z.number(),
  others: z.array(presentWindowSchema),
  pen: z.enum(['here', 'elsewhere', 'free']),
  isSettling: z.boolean(),
  asking: z.enum(['no', 'waiting', 'unanswered', 'declined']),
  takeOver: z.enum(['no', 'at-once', 'with-word']),
  lost: z.object({ by: z.string(), word: z.string() }).nullable(),
})

/** Why a verb was refused. */
export const presenceRefusals = ['not-found', 'not-allowed', 'not-yet', 'word-needed', 'no-pen'] as const
export type PresenceRefusal = (typeof presenceRefusals)[number]
