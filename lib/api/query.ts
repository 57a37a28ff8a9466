import { z } from 'zod'
import type { ParameterError } from './problems.ts'

// What an address asks, read strictly: a program that misspells a parameter should hear of it, not get everything.

/** A parameter that is a whole number. */
export const whole = (least: number, greatest: number) => {
  const problem = `A whole number from ${least} to ${greatest}.`
  return z.preprocess(
    value => (typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value),
    z.int(problem).min(least, problem).max(greatest, problem),
  )
}

/** One of some words. */
export const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, `One of ${words.join(', ')}.`)

/** A slug, as it stands in an address. */
export const slugParameter = () =>
  z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'A slug: lower-case words with hyphens.')
    .max(120, 'At most 120 characters.')

export type ReadQuery<Output> = { ok: true; query: Output } | { ok: false; errors: ParameterError[] }

/** Reads the parameters of an address with their schema. Refused: what it does not name, what is there twice, what is not text. */
export function readQuery<Schema extends z.ZodObject>(
  asked: URLSearchParams,
  schema: Schema,
): ReadQuery<z.output<Schema>> {
  const names = [...new Set(asked.keys())]
  const known = Object.keys(schema.shape)
  const errors = names.flatMap(name => nameProblems(name, known, asked.getAll(name)))
  if (errors.length > 0) return { ok: false, errors }
  const parsed = schema.safeParse(Object.fromEntries(asked))
  if (parsed.success) return { ok: true, query: parsed.data }
  return {
    ok: false,
    errors: parsed.error.issues.map(issue => ({ parameter: issue.path.join('.') || 'query', detail: issue.message })),
  }
}

function nameProblems(name: string, known: string[], values: string[]): ParameterError[] {
  const wrong = (detail: string) => [{ parameter: name.replace(/[\p{Cc}\ufffd]/gu, '?').slice(0, 60), detail }]
  if (!known.includes(name)) {
    const choice = known.length > 0 ? `Parameters here are ${known.join(', ')}.` : 'Nothing can be asked here.'
    return wrong(`There is no such parameter. ${choice}`)
  }
  if (values.length > 1) return wrong('It is there more than once.')
  if (values[0] === '') return wrong('It is empty: give it a value, or leave it out.')
  if (/[\p{Cc}\ufffd]/u.test(values[0] ?? '')) return wrong('It contains characters that cannot be read.')
  return []
}
