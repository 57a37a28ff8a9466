import { z } from 'zod'
import { isSlug } from '#lib/addresses/addresses.ts'
import { line, nameLine } from '#lib/forms/text-schema.ts'
import { idSchemes } from '#lib/works/external-ids.ts'
import { sortName } from './people.ts'

export const personKinds = ['person', 'group'] as const

/** What the desk's form for a person carries. */
export const personContentSchema = z.strictObject({
  name: nameLine(120, 'Give the name.'),
  sortName: line(120),
  kind: z.enum(personKinds, 'Say whether it is one person or a group.'),
  slug: line(120).refine(isSlug, 'Lower-case letters, digits and single hyphens, such as spike-jonze.'),
  aliases: z
    .array(nameLine(120, 'An empty name says nothing.'))
    .max(30, 'At most thirty other names.')
    .transform(list =>
      list.filter((name, at) => list.findIndex(other => other.toLowerCase() === name.toLowerCase()) === at),
    ),
  externalIds: z.array(z.strictObject({ scheme: z.enum(idSchemes), value: line(80) })).max(20, 'At most twenty ids.'),
})
export type PersonContent = z.infer<typeof personContentSchema>

/** The part of a person that the desk edits. */
export function contentOfPerson({
  name,
  kind,
  slug,
  aliases,
  externalIds,
  sortName: stored,
}: PersonContent): PersonContent {
  // Empty means: made of the name.
  return { name, kind, slug, aliases, externalIds, sortName: stored === sortName(name, kind) ? '' : stored }
}

export const personEditSchema = z.strictObject({ id: z.uuid(), version: z.int().min(1), content: personContentSchema })
export type PersonEdit = z.infer<typeof personEditSchema>
