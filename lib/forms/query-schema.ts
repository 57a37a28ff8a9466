import { z } from 'zod'

// What a list at the desk is narrowed by, read from its address. An address is typed and shortened by people: what cannot be read counts
// as not said.

/** Typed words: at most 100 characters, nothing that cannot be stored. */
export const typedText = z
  .string()
  .transform(value =>
    value
      .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
      .normalize('NFC')
      .trim()
      .slice(0, 100),
  )
  .catch('')

/** A page's number, from 1. */
export const typedPage = z.coerce.number().int().min(1).max(100_000).catch(1)

export type Query = Record<string, string | string[] | undefined>

/** Each key with its first value. */
export function firstOfEach(query: Query): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  )
}
