import { z } from 'zod'

/** The fields that were asked for, as a tree; null below a field takes all of it. */
export interface Wanted {
  [field: string]: Wanted | null
}

export type ReadFields = { ok: true; wanted: Wanted } | { ok: false; problem: string }

const most = 100

/** Reads "title,rating,work.title" against what the schema has. Refuses a field that is not there, with those that are. */
export function readFields(text: string, schema: z.ZodType): ReadFields {
  const paths = text.split(',')
  if (paths.length > most) return { ok: false, problem: `At most ${most} fields.` }
  const wanted: Wanted = Object.create(null)
  for (const path of paths) {
    const problem = want(wanted, path.split('.'), schema, path)
    if (problem) return { ok: false, problem }
  }
  return { ok: true, wanted }
}

/** Only what was asked for, of a value and of everything in a list. */
export function selectFields(value: unknown, wanted: Wanted | null): unknown {
  if (wanted === null || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(each => selectFields(each, wanted))
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) =>
      name in wanted ? [[name, selectFields(inner, wanted[name] ?? null)]] : [],
    ),
  )
}

/** The fields of an object schema, also of one that may be null or stands in a list; null for what has none. */
export function fieldsOf(schema: z.ZodType): Record<string, z.ZodType> | null {
  if (schema instanceof z.ZodObject) return schema.shape
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodArray) return fieldsOf(asType(schema.def))
  return null
}

function asType(def: { innerType?: unknown; element?: unknown }): z.ZodType {
  const inner = def.innerType ?? def.element
  return inner instanceof z.ZodType ? inner : z.never()
}

function want(wanted: Wanted, [name = '', ...rest]: string[], schema: z.ZodType, path: string): string | null {
  const fields = fieldsOf(schema) ?? {}
  const inner = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (!inner) return unknown(path, Object.keys(fields))
  if (rest.length === 0) {
    wanted[name] = null
    return null
  }
  // The whole of it was asked for already.
  if (wanted[name] === null) return want(Object.create(null), rest, inner, path)
  const below: Wanted = wanted[name] ?? Object.create(null)
  const problem = want(below, rest, inner, path)
  if (!problem) wanted[name] = below
  return problem
}

function unknown(path: string, known: string[]): string {
  const said = `There is no field “${path.slice(0, 80)}”.`
  return known.length > 0 ? `${said} Fields here are ${known.join(', ')}.` : `${said} There is nothing below it.`
}
