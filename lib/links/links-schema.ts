import { z } from 'zod'
import { type CheckedLink, type LinkTarget, linkStates } from './links.ts'

/** An address that somebody wants fetched. */
export const addressInput = z.strictObject({ address: z.string().trim().min(1).max(2_000) })

/** Whether links that were checked lately are to be checked again. */
export const checkInput = z.strictObject({ again: z.boolean().default(false) })

/** What somebody looks for in the link dialog. */
export const linkSearch = z.strictObject({ q: z.string().trim().max(200) })

export const linkTargetSchema: z.ZodType<LinkTarget> = z.object({
  href: z.string(),
  title: z.string(),
  detail: z.string(),
})

export const checkedLinkSchema: z.ZodType<CheckedLink> = z.object({
  href: z.string(),
  text: z.string(),
  state: z.enum(linkStates),
  answer: z.string(),
  target: z.string().nullable(),
  checkedAt: z.string().nullable(),
})
