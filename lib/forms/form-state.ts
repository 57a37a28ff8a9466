import type { z } from 'zod'

/** What a form's action hands back to its page. A page begins with `{}`. */
export interface FormState {
  /** Something that is not about one field: what happened, what was kept, what to do. */
  problem?: string
  /** What is wrong with each field, by its name. */
  fields?: Record<string, string>
  /** It worked: what was done, in words. */
  done?: string
}

/** The state for a form that could not be read: the first problem of each field. */
export function invalid(error: z.ZodError): FormState {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) fields[String(issue.path[0] ?? '')] ??= issue.message
  const { '': problem, ...rest } = fields
  return { fields: rest, ...(problem && { problem }) }
}

/** "1 minute", "12 minutes": a wait in whole minutes, never less than one. */
export function minutesText(seconds: number): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60))
  return minutes === 1 ? '1 minute' : `${minutes} minutes`
}

/** The fields of a form as plain texts; files, and what Next adds for its actions, are left out. */
export function textsOf(form: FormData): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const [name, value] of form) if (typeof value === 'string' && !name.startsWith('$ACTION')) texts[name] = value
  return texts
}
