import { z } from 'zod'

export const mailSchema = z.object({
  /** Kept with the job, so that a second attempt after a crash carries the same Message-ID and is recognised as the same mail. */
  id: z.uuid(),
  to: z.email(),
  subject: z.string().max(200),
  text: z.string().max(100_000),
})
export type Mail = z.infer<typeof mailSchema>
