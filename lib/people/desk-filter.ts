import { z } from 'zod'
import { firstOfEach, type Query, typedPage, typedText } from '#lib/forms/query-schema.ts'

const schema = z.object({
  q: typedText,
  page: typedPage,
})

/** What a list of names at the desk is narrowed by: what cannot be read counts as not said. */
export function readNameFilter(query: Query): { text: string; page: number } {
  const { q: text, page } = schema.parse(firstOfEach(query))
  return { text, page }
}

/** The address of the list with this filter. */
export function nameFilterPath(folder: string, { text, page }: { text: string; page: number }): string {
  const query = new URLSearchParams({ ...(text && { q: text }), ...(page > 1 && { page: String(page) }) }).toString()
  return query ? `${folder}?${query}` : folder
}
