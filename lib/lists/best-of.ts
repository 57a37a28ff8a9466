import { kindName, type WorkKind } from '#lib/works/works.ts'

/** "The best films of 2014", "The best of what we reviewed in 2014: Film". */
export function bestOfTitle({
  year,
  by,
  kind,
  section,
}: {
  year: number
  by: 'released' | 'reviewed'
  kind: WorkKind | null
  section: string | null
}): string {
  const noun = kind ? ` ${kindName(kind, 2).toLowerCase()}` : ''
  const of = by === 'released' ? `of ${year}` : noun ? `that we reviewed in ${year}` : `of what we reviewed in ${year}`
  return `The best${noun} ${of}${section ? `: ${section}` : ''}`
}
