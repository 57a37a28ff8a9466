import { z } from 'zod'
import { allowance, apiBase } from './api.ts'
import { component, componentName, components, descriptions } from './components.ts'
import type { Operation } from './operation.ts'
import { operations } from './operations.ts'
import { type ProblemName, problemTypes } from './problems.ts'
import { indexSchema } from './published-index.ts'
import { absolute } from './shapes.ts'

/** JSON, as a document has it. */
export type Json = string | number | boolean | null | Json[] | JsonObject
export interface JsonObject {
  [name: string]: Json
}

export const problemSchema = component(
  'Problem',
  'What went wrong (RFC 9457).',
  z.strictObject({
    type: z.url().describe('Which kind of problem it is: an address where a person can read about it.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What went wrong this time.'),
    errors: z
      .array(z.strictObject({ parameter: z.string(), detail: z.string() }))
      .optional()
      .describe('What is wrong with which parameter.'),
  }),
)

export const documentType = 'application/vnd.oai.openapi+json;version=3.1'

/** The API as OpenAPI 3.1, made of the schemas that read its questions and shape its answers. */
export function openApiDocument(): JsonObject {
  const groups = [...new Set(operations.map(({ group }) => group)), 'About']
  return {
    openapi: '3.1.1',
    info: {
      title: 'Reviews',
      version: '1.0.0',
      summary: 'What is published here, for programs.',
      description: introduction,
    },
    servers: [{ url: absolute(apiBase) }],
    externalDocs: { description: 'The same for people.', url: absolute('/developers') },
    tags: groups.map(name => ({ name })),
    paths: {
      ...Object.fromEntries(operations.map(operation => [operation.path, { get: operationOf(operation) }])),
      '/': { get: about('getIndex', 'What there is', 'application/json', ref(componentName(indexSchema))) },
      '/openapi.json': { get: about('getDocument', 'This document', documentType, { type: 'object' }) },
    },
    components: { schemas: componentSchemas(), responses: refusals(), headers },
  }
}

const introduction = `Reading only, for everybody, without a key. Every address answers GET, HEAD and OPTIONS. A collection is read by following \`next\`; \`fields\` leaves out what is not wanted. Answers have an ETag: asked again with If-None-Match, what has not changed is 304. One client may ask ${allowance.requests} times in ${allowance.seconds} seconds.`

function operationOf({
  id,
  group,
  summary,
  description,
  query,
  path,
  named,
  body,
  isCollection,
}: Operation): JsonObject {
  const parameter = /\{(\w+)\}/.exec(path)?.[1]
  const name = componentName(body)
  return {
    operationId: id,
    tags: [group],
    ...{ summary, description },
    parameters: [
      ...(parameter
        ? [{ name: parameter, in: 'path', required: true, description: named ?? '', schema: { type: 'string' } }]
        : []),
      ...queryParameters(query),
    ],
    responses: {
      200: isCollection
        ? answerOf('application/json', ref(name), { Link: header('Link') })
        : answerOf('application/json', eitherOf(name), { 'Last-Modified': header('LastModified') }),
      304: response('not-modified'),
      ...(parameter === 'slug' && { 308: response('moved'), 410: response('withdrawn') }),
      ...(parameter && { 404: response('unknown-address') }),
      ...alwaysPossible,
    },
  }
}

const parametersSchema = z.object({
  properties: z.record(z.string(), z.looseObject({ description: z.string().default('') })).default({}),
  required: z.array(z.string()).default([]),
})

/** The parameters of a question, as the schema that reads them says. */
function queryParameters(query: z.ZodObject): JsonObject[] {
  const { properties, required } = parametersSchema.parse(z.toJSONSchema(query, { io: 'input' }))
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    ...(required.includes(name) && { required: true }),
    description,
    schema: toJson(schema),
  }))
}

function about(operationId: string, summary: string, type: string, schema: JsonObject): JsonObject {
  return {
    operationId,
    tags: ['About'],
    summary,
    responses: { 200: answerOf(type, schema, {}), 304: response('not-modified'), ...alwaysPossible },
  }
}

function answerOf(type: string, schema: JsonObject, more: JsonObject): JsonObject {
  return {
    description: 'As asked.',
    headers: { ETag: header('ETag'), 'Cache-Control': header('CacheControl'), ...limits, ...more },
    content: { [type]: { schema } },
  }
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const response = (name: string) => ({ $ref: `#/components/responses/${name}` })
const header = (name: string) => ({ $ref: `#/components/headers/${name}` })

const limits = { RateLimit: header('RateLimit'), 'RateLimit-Policy': header('RateLimitPolicy') }
const alwaysPossible = {
  400: response('bad-request'),
  429: response('too-many-requests'),
  500: response('our-fault'),
  503: response('unavailable'),
}

const said = (description: string, schema: JsonObject = { type: 'string' }) => ({ description, schema })
const headers: JsonObject = {
  ETag: said('A mark of this very answer, for If-None-Match.', { type: 'string', pattern: '^"[\\w-]+"$' }),
  LastModified: said('Nothing has changed since, for If-Modified-Since. Left out for some seconds after a change.'),
  CacheControl: said('How long a cache between may keep it.'),
  Link: said('The next page, as `rel="next"`; left out on the last.'),
  Location: said('Where it is now.', { type: 'string', format: 'uri' }),
  RateLimit: said('How many requests are left, `r`, and in how many seconds there are all again, `t`.'),
  RateLimitPolicy: said('How many requests, `q`, a client has in how many seconds, `w`.'),
  RetryAfter: said('Seconds to wait.', { type: 'string', pattern: '^\\d+$' }),
}

/** Problems that an operation answers with; a wrong method is no operation. */
const answered: ProblemName[] = [
  'bad-request',
  'unknown-address',
  'withdrawn',
  'too-many-requests',
  'our-fault',
  'unavailable',
]

function refusals(): JsonObject {
  const problems = answered.map(name => {
    const { status, title, remedy } = problemTypes[name]
    const waits = status === 429 || status === 503
    return [
      name,
      {
        description: `${title}. ${remedy}`,
        headers: { ...limits, ...(waits && { 'Retry-After': header('RetryAfter') }) },
        content: { 'application/problem+json': { schema: ref(componentName(problemSchema)) } },
      },
    ]
  })
  return {
    ...Object.fromEntries(problems),
    'not-modified': { description: 'You have it already.', headers: { ETag: header('ETag'), ...limits } },
    moved: { description: 'It has another slug now.', headers: { Location: header('Location'), ...limits } },
  }
}

/** Every component by name, each with a selection of itself: what `fields` leaves of it. */
function componentSchemas(): JsonObject {
  const { schemas } = z.toJSONSchema(components, {
    uri: name => `#/components/schemas/${name}`,
    // The pattern of a date is longer than all that is said about it, and the format says the same.
    override: ({ jsonSchema }) => {
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern
    },
  })
  const whole = Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _, $id: __, ...schema }]) => [
      name,
      toJson({ description: descriptions.get(name), ...schema }),
    ]),
  )
  const chosen = selections(whole)
  const pages = operations.filter(({ isCollection }) => isCollection).map(({ body }) => componentName(body))
  const offered = Object.entries(whole).map(([name, schema]) => [
    name,
    pages.includes(name) ? withChoice(schema) : schema,
  ])
  return Object.fromEntries([...offered, ...chosen])
}

/** What is left of everything that can be asked for in part, as deep as one can ask: the same, with nothing required. */
function selections(schemas: JsonObject): [string, Json][] {
  const found = new Map<string, Json>()
  const add = (name: string): void => {
    if (found.has(name)) return
    found.set(name, null)
    found.set(name, loosened(schemas[name] ?? {}, add))
  }
  for (const { item } of operations) add(componentName(item))
  return [...found].map(([name, schema]) => [selectionName(name), schema])
}

function loosened(schema: Json, add: (name: string) => void): Json {
  if (Array.isArray(schema)) return schema.map(each => loosened(each, add))
  if (typeof schema !== 'object' || schema === null) return schema
  return Object.fromEntries(
    Object.entries(schema).flatMap(([key, value]): [string, Json][] => {
      if (key === 'required') return []
      if (key !== '$ref' || typeof value !== 'string') return [[key, loosened(value, add)]]
      const name = value.slice(value.lastIndexOf('/') + 1)
      add(name)
      return [[key, ref(selectionName(name)).$ref]]
    }),
  )
}

function selectionName(name: string): string {
  return `${name}Selection`
}

/** A thing whole, or what was asked for of it. */
function eitherOf(name: string): JsonObject {
  return { anyOf: [ref(name), ref(selectionName(name))] }
}

const pageSchema = z.object({ properties: z.object({ data: z.object({ items: z.object({ $ref: z.string() }) }) }) })

function withChoice(page: Json): Json {
  const { $ref } = pageSchema.parse(page).properties.data.items
  return JSON.parse(
    JSON.stringify(page).replace(
      JSON.stringify({ $ref }),
      JSON.stringify(eitherOf($ref.slice($ref.lastIndexOf('/') + 1))),
    ),
  )
}

const jsonObject: z.ZodType<JsonObject> = z.record(z.string(), z.json())

function toJson(schema: unknown): JsonObject {
  return jsonObject.parse(schema)
}
