import { z } from 'zod'
import type { DeskListFilter } from '#lib/lists/desk-queries.ts'

const schema = z.object({
  scope: z.enum(['all', 'mine']).catch('all'),
  state: z.enum(['draft', 'live']).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})

/** What the address narrows the lists to; what cannot be read counts as not said. */
export function readListFilter(query: Record<string, string | string[] | undefined>): DeskListFilter {
  return schema.parse({ scope: query.whose, state: query.state, page: query.page ?? 1 })
}

/** The address of the lists with this filter. */
export function deskListsPath({ scope, state }: Pick<DeskListFilter, 'scope' | 'state'>, page = 1): string {
  const query = new URLSearchParams({
    ...(state && { state }),
    ...(scope === 'mine' && { whose: 'mine' }),
    ...(page > 1 && { page: String(page) }),
  }).toString()
  return query ? `/desk/lists?${query}` : '/desk/lists'
}
