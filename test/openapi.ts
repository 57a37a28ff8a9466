import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { z } from 'zod'

// Whether an API answers as its OpenAPI document says. What the document leaves out is as wrong as what it gets wrong.

export interface Heard {
  /** As the document writes it: "/reviews/{slug}". */
  path: string
  status: number
  headers: Headers
  body: string
}

const reference = z.object({ $ref: z.string() })
const headerSchema = z.looseObject({ schema: z.record(z.string(), z.unknown()).optional() })
const responseSchema = z.object({
  description: z.string(),
  headers: z.record(z.string(), z.unknown()).default({}),
  content: z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()) })).default({}),
})
const operationSchema = z.object({
  operationId: z.string(),
  parameters: z.array(z.object({ name: z.string(), in: z.enum(['path', 'query']) })).default([]),
  responses: z.record(z.string(), z.unknown()),
})
const documentSchema = z.looseObject({
  servers: z.array(z.object({ url: z.string() })),
  paths: z.record(z.string(), z.object({ get: operationSchema })),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
})

export type OpenApi = z.output<typeof documentSchema>

export function readDocument(given: unknown): OpenApi {
  return documentSchema.parse(given)
}

/** Says what about an answer is not as the document has it; nothing when all is. */
export function makeJudge(document: OpenApi): (heard: Heard) => string[] {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true })
  formats.default(ajv)
  ajv.addVocabulary(['components'])
  const name = 'https://document.example/openapi.json'
  ajv.addSchema({ $id: name, components: document.components }, undefined, undefined, false)
  const compiled = new Map<string, ReturnType<typeof ajv.compile>>()
  const check = (schema: Record<string, unknown>) => {
    const key = JSON.stringify(schema)
    const known = compiled.get(key)
    if (known) return known
    const made = ajv.compile(JSON.parse(key.replaceAll('"#/components/', `"${name}#/components/`)))
    compiled.set(key, made)
    return made
  }
  const follow = (given: unknown): unknown => {
    const $ref = reference.safeParse(given).data?.$ref
    if ($ref === undefined) return given
    return $ref
      .slice(2)
      .split('/')
      .reduce<unknown>(
        (at, step) => (typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined),
        document,
      )
  }

  return ({ path, status, headers, body }) => {
    const given = document.paths[path]?.get.responses[String(status)]
    if (given === undefined) return [`${path} says nothing of ${status}: ${body.slice(0, 200)}`]
    const response = responseSchema.parse(follow(given))
    const wrong: string[] = []
    for (const [header, said] of Object.entries(response.headers)) {
      const value = headers.get(header)
      const { schema } = headerSchema.parse(follow(said))
      // Those that say so are not always there.
      if (value === null && /[Ll]eft out/.test(String(Reflect.get(Object(follow(said)), 'description')))) continue
      if (value === null) wrong.push(`${path} ${status} has no ${header}`)
      else if (schema && !check(schema)(value)) wrong.push(`${path} ${status} has a wrong ${header}: ${value}`)
    }
    const types = Object.keys(response.content)
    if (types.length === 0) return body === '' ? wrong : [...wrong, `${path} ${status} has a body`]
    const type = headers.get('content-type') ?? ''
    const content = response.content[type]
    if (!content) return [...wrong, `${path} ${status} is ${type}, not ${types.join()}`]
    const validate = check(content.schema)
    if (!validate(JSON.parse(body)))
      wrong.push(
        ...(validate.errors ?? [])
          .slice(0, 5)
          .map(({ instancePath, message }) => `${path} ${status} ${instancePath} ${message}`),
      )
    return wrong
  }
}
