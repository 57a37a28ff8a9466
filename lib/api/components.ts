import { z } from 'zod'

/** The schemas that the OpenAPI document names; what is answered is made to them, and tests parse every answer with them. */
export const components = z.registry<{ id: string; description: string }>()

/** Gives a schema its name in the document. */
export function component<Schema extends z.ZodType>(id: string, description: string, schema: Schema): Schema {
  components.add(schema, { id, description })
  descriptions.set(id, description)
  return schema
}

/** What each component is, by its name: zod writes only the descriptions of what stands inside. */
export const descriptions = new Map<string, string>()

/** What the document calls a schema. */
export function componentName(schema: z.ZodType): string {
  const name = components.get(schema)?.id
  if (name === undefined) throw new Error('A schema of the API has no name')
  return name
}

// What fields are made of.
export const id = () => z.guid()
export const slug = () => z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
export const url = () => z.url()
export const moment = () => z.iso.datetime({ offset: true })
export const language = () => z.string().describe('BCP 47, such as en-GB.')
