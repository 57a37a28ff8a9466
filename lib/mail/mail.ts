import { z } from 'zod'

/**
 * An address that a mail goes to: one mailbox and nothing else. A list, a name beside it, a comment or a line break would be somebody else's
 * header.
 */
export const addressSchema = z.email().max(254)

export const mailSchema = z.object({
  /** Kept with the job, so that a second attempt after a crash carries the same Message-ID and is recognised as the same mail. */
  id: z.uuid(),
  to: addressSchema,
  subject: z
    .string()
    .max(200)
    .transform(text => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')),
  text: z.string().max(100_000),
  html: z.string().max(200_000),
})
export type Mail = z.infer<typeof mailSchema>

/** A letter before it is addressed. */
export type Letter = Pick<Mail, 'subject' | 'text' | 'html'>
