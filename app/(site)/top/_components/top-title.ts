import type { TopFilter } from '#lib/top/top.ts'
import { kindName } from '#lib/works/works.ts'

/** "Top rated", "Top-rated films of the 2010s: Drama" */
export function topTitle({ kind, year, decade, genre }: TopFilter): string {
  if (!kind && !year && !decade && !genre) return 'Top rated'
  const noun = kind ? kindName(kind, 2).toLowerCase() : 'works'
  const when = year ? ` of ${year}` : decade ? ` of the ${decade}s` : ''
  return `Top-rated ${noun}${when}${genre ? `: ${genre}` : ''}`
}
