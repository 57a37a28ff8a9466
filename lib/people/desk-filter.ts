import { z } from 'zod'

const schema = z.object({
  q: z
    .string()
    .transform(value =>
      value
        .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
        .normalize('NFC')
        .trim()
        .slice(0, 100),
    )
    .catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})

/** What a list of names at the desk is narrowed by: what cannot be read counts as not said. */
export function readNameFilter(query: Record<string, string | string[] | undefined>): { text: string; page: number } {
  const { q: text, page } = schema.parse(query)
  return { text, page }
}

/** The address of the list with this filter. */
export function nameFilterPath(folder: string, { text, page }: { text: string; page: number }): string {
  const query = new URLSearchParams({ ...(text && { q: text }), ...(page > 1 && { page: String(page) }) }).toString()
  return query ? `${folder}?${query}` : folder
}
