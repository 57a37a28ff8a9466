import { z } from 'zod'

// What is found at the desk by a name that is typed, whatever it is.

export const foundKinds = ['review', 'work', 'person', 'list', 'series'] as const

export const foundSchema = z.strictObject({
  found: z.array(
    z.strictObject({
      kind: z.enum(foundKinds),
      id: z.uuid(),
      name: z.string(),
      /** "Film · 2013 · Spike Jonze" */
      detail: z.string(),
    }),
  ),
})

export type FoundAtDesk = z.infer<typeof foundSchema>['found'][number]

const folders: Record<FoundAtDesk['kind'], string> = {
  review: 'reviews',
  work: 'works',
  person: 'people',
  list: 'lists',
  series: 'series',
}

/** Where it stands at the desk: "/desk/works/0199c0de-…". */
export function placeOf({ kind, id }: Pick<FoundAtDesk, 'kind' | 'id'>): string {
  return `/desk/${folders[kind]}/${id}`
}
