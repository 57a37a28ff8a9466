import { z } from 'zod'
import { canonicalLanguage } from './languages.ts'

/** A language as somebody writes it, to the form in which it is kept: "EN-gb" is en-GB. */
export const languageTag = z
  .string()
  .max(35, 'A language is written shorter than that.')
  .transform((typed, context) => {
    const tag = canonicalLanguage(typed)
    if (tag !== null) return tag
    context.addIssue({
      code: 'custom',
      message: `“${typed.trim()}” is no language that is known. Write its tag, such as en-GB, de or pt-BR.`,
    })
    return z.NEVER
  })
