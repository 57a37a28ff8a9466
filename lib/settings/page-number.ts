import { z } from 'zod'

const pageSchema = z.coerce.number().int().min(1).max(100_000).catch(1)

/** The number of a page of a listing from its query; whatever is no number is the first. */
export function pageNumber(query: Record<string, string | string[] | undefined>): number {
  return pageSchema.parse(query.page ?? 1)
}

/** "?page=3", or nothing for the first page. */
export function pageQuery(page: number): string {
  return page > 1 ? `?page=${page}` : ''
}

/** The address of a page of a listing; `path` may have a query of its own. */
export function pagePath(path: string, page: number): string {
  if (page < 2) return path
  return `${path}${path.includes('?') ? '&' : '?'}page=${page}`
}
