import { z } from 'zod'
import { openApiDocument } from './openapi.ts'

// The document of the API, read for people: what the page for developers shows is what the document says.

export interface Member {
  name: string
  /** "text", "number or null", "list of Ref" */
  type: string
  /** The shape that it is made of, which has a place of its own on the page. */
  shape: string | null
  description: string
  isRequired: boolean
}

export interface Endpoint {
  id: string
  group: string
  path: string
  summary: string
  description: string
  parameters: Member[]
  /** What the answer is: a shape, or a page of one. */
  shape: string | null
  isPage: boolean
}

export interface Shape {
  name: string
  description: string
  /** Another shape that it has all members of; they are not told again. */
  extended: string | null
  members: Member[]
}

interface Schema {
  $ref?: string | undefined
  type?: string | string[] | undefined
  description?: string | undefined
  enum?: (string | number)[] | undefined
  default?: unknown
  anyOf?: Schema[] | undefined
  items?: Schema | undefined
  properties?: Record<string, Schema> | undefined
  required?: string[] | undefined
}

const schemaSchema: z.ZodType<Schema> = z.lazy(() =>
  z.looseObject({
    $ref: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    description: z.string().optional(),
    enum: z.array(z.union([z.string(), z.number()])).optional(),
    default: z.unknown().optional(),
    anyOf: z.array(schemaSchema).optional(),
    items: schemaSchema.optional(),
    properties: z.record(z.string(), schemaSchema).optional(),
    required: z.array(z.string()).optional(),
  }),
)

const documentSchema = z.object({
  paths: z.record(
    z.string(),
    z.object({
      get: z.object({
        operationId: z.string(),
        tags: z.array(z.string()),
        summary: z.string(),
        description: z.string().default(''),
        parameters: z
          .array(
            z.object({
              name: z.string(),
              description: z.string(),
              required: z.boolean().default(false),
              schema: schemaSchema,
            }),
          )
          .default([]),
        responses: z.object({
          200: z.object({ content: z.record(z.string(), z.object({ schema: schemaSchema })) }),
        }),
      }),
    }),
  ),
  components: z.object({ schemas: z.record(z.string(), schemaSchema) }),
})

/** Every endpoint, and every shape of an answer, in the order of the document. */
export function readReference(): { endpoints: Endpoint[]; shapes: Shape[] } {
  const { paths, components } = documentSchema.parse(openApiDocument())
  const answerOf = (schema: Schema) => {
    const { shape } = typeOf(schema)
    const page = components.schemas[shape ?? '']?.properties
    const isPage = page !== undefined && 'next' in page
    // A page that says more than what is on it has a place of its own.
    return { shape: isPage && Object.keys(page).length === 2 ? typeOf(page.data ?? {}).shape : shape, isPage }
  }
  const endpoints = Object.entries(paths).map(([path, { get }]) => ({
    ...{ id: get.operationId, group: get.tags[0] ?? '', path, summary: get.summary, description: get.description },
    parameters: get.parameters.map(({ name, description, required, schema }) => ({
      ...{ name, description, isRequired: required },
      ...typeOf(schema),
    })),
    ...answerOf(Object.values(get.responses[200].content)[0]?.schema ?? {}),
  }))
  const whole = Object.entries(components.schemas).filter(([name]) => !name.endsWith('Selection'))
  const shapes = whole.map(([name, { description = '', properties = {}, required = [] }]) => {
    const told = Object.keys(components.schemas[`${name}Summary`]?.properties ?? {})
    const isExtended = told.length > 0 && told.every(member => member in properties)
    const members = Object.entries(properties).map(([member, schema]) => ({
      name: member,
      ...typeOf(schema),
      description: schema.description ?? '',
      isRequired: required.includes(member),
    }))
    return {
      ...{ name, description },
      extended: isExtended ? `${name}Summary` : null,
      members: isExtended ? members.filter(member => !told.includes(member.name)) : members,
    }
  })
  return { endpoints, shapes: shapes.filter(shape => !isPlainPage(shape)) }
}

/** A page that has nothing but its things and the way on needs no telling. */
function isPlainPage({ name, members }: Shape): boolean {
  return name.endsWith('Page') && members.length === 2
}

const words: Record<string, string> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  object: 'object',
  null: 'null',
}

/** What a value is, in words; a selection of a shape is called as the shape. */
function typeOf(schema: Schema): { type: string; shape: string | null } {
  if (schema.$ref) {
    const name = schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1).replace(/Selection$/, '')
    return { type: name, shape: name }
  }
  if (schema.anyOf) {
    const all = schema.anyOf.map(typeOf)
    return {
      type: [...new Set(all.map(({ type }) => type))].join(' or '),
      shape: all.find(({ shape }) => shape)?.shape ?? null,
    }
  }
  if (schema.items) {
    const { type, shape } = typeOf(schema.items)
    return { type: `list of ${type}`, shape }
  }
  if (schema.enum) return { type: `${schema.enum.join(', ')}${unlessSaid(schema)}`, shape: null }
  const names = [schema.type ?? 'string'].flat().map(name => words[name] ?? name)
  return { type: names.join(' or ') + unlessSaid(schema), shape: null }
}

function unlessSaid(schema: Schema): string {
  return schema.default === undefined ? '' : `; ${String(schema.default)} unless said`
}
