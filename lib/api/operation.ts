import { z } from 'zod'
import { pageSize } from './api.ts'
import { component, componentName } from './components.ts'
import { type Key, readCursor, writeCursor } from './cursor.ts'
import { readFields, selectFields, type Wanted } from './fields.ts'
import { badRequest, type Problem } from './problems.ts'
import { readQuery, whole } from './query.ts'

/** What an operation says: something, that it is elsewhere, or why not. */
export type Outcome =
  | { is: 'found'; body: unknown; next?: string | null }
  | { is: 'moved'; path: string }
  | { is: 'refused'; problem: Problem }

/** A thing of the API that can be asked for. The router, the document and the page for developers are made of these. */
export interface Operation {
  id: string
  /** Below the base: "/reviews", "/reviews/{slug}". */
  path: string
  group: string
  summary: string
  description: string
  query: z.ZodObject
  /** What one thing of the answer is. */
  item: z.ZodType
  /** What the whole answer is: the thing, or a page of them. */
  body: z.ZodType
  isCollection: boolean
  /** What the parameter in the path is, in words. */
  named: string | null
  /** A question for the page for developers, below the base, about something that is there: its name in the path, or words. */
  example: (name: string) => string
  answer: (asked: URLSearchParams, name: string) => Promise<Outcome>
}

type Told = Pick<Operation, 'id' | 'path' | 'group' | 'summary' | 'description' | 'example'>

const fieldsParameter = z
  .string()
  .max(2_000, 'At most 2,000 characters.')
  .optional()
  .describe('Only these fields, with commas between; a dot goes inside: `title,rating.sentence,work.title`.')

const paging = z.strictObject({
  limit: whole(1, pageSize.most).default(pageSize.usual).describe(`How many at once, at most ${pageSize.most}.`),
  cursor: z
    .string()
    .max(2_000, 'At most 2,000 characters.')
    .optional()
    .describe('Where to go on: take the address in `next` as it is. It fits the question that it came from.'),
  fields: fieldsParameter,
})

interface ItemDefinition extends Told {
  item: z.ZodType
  named?: string
  /** What is called so; null where nothing is, and where it is otherwise when it has moved. */
  read: (name: string) => Promise<Outcome | { is: 'item'; item: unknown }>
}

/** One thing, by its name in the path. */
export function defineItem({ read, named, ...told }: ItemDefinition): Operation {
  const query = z.strictObject({ fields: fieldsParameter })
  return {
    ...told,
    query,
    body: told.item,
    isCollection: false,
    named: named ?? null,
    async answer(asked, name) {
      const given = readQuery(asked, query)
      if (!given.ok) return { is: 'refused', problem: badRequest(given.errors) }
      const chosen = choose(given.query.fields, told.item)
      if (!chosen.ok) return { is: 'refused', problem: chosen.problem }
      const outcome = await read(name)
      return outcome.is === 'item' ? { is: 'found', body: selectFields(outcome.item, chosen.wanted) } : outcome
    },
  }
}

interface CollectionDefinition<Filters extends z.ZodRawShape, Item extends z.ZodType> extends Told {
  item: Item
  filters: Filters
  beside?: z.ZodRawShape
  /** Without it a page has the usual size, and nothing else can be asked for. */
  hasLimit?: boolean
  /** What the values of a cursor are. */
  key: (query: z.output<z.ZodObject<Filters>>) => z.ZodType<Key>
  /** Why the parameters do not go together; null when they do. */
  check?: (query: z.output<z.ZodObject<Filters>>) => { parameter: string; detail: string } | null
  /** The next rows after a key, at most `take`, with the key of each. */
  read: (
    query: z.output<z.ZodObject<Filters>>,
    page: { after: Key | null; take: number },
  ) => Promise<Rows<z.output<Item>>>
}

export interface Rows<Item> {
  rows: { item: Item; key: Key }[]
  beside?: Record<string, unknown>
  /** Where the rows are a page of their own making: whether another comes after. */
  isMore?: boolean
}

/**
 * Many things, a page at a time. A page begins after the last row of the one before, by the values that it is sorted by: what is
 * published meanwhile moves nothing, and page 5,000 costs what the first does.
 */
export function defineCollection<Filters extends z.ZodRawShape, Item extends z.ZodType>({
  filters,
  hasLimit = true,
  ...definition
}: CollectionDefinition<Filters, Item>): Operation {
  const narrowing = z.strictObject(filters)
  const { limit, ...others } = paging.shape
  const query = z.strictObject({ ...filters, ...(hasLimit && { limit }), ...others })
  const { key, check, read, beside = {}, ...told } = definition
  return {
    ...told,
    query,
    body: pageOf(told.item, beside),
    isCollection: true,
    named: null,
    async answer(asked) {
      const given = readQuery(asked, query)
      if (!given.ok) return { is: 'refused', problem: badRequest(given.errors) }
      const page = paging.parse(part(asked, paging.shape))
      const filter = narrowing.parse(part(asked, filters))
      const conflict = check?.(filter) ?? null
      if (conflict) return { is: 'refused', problem: badRequest([conflict]) }
      const chosen = choose(page.fields, told.item)
      if (!chosen.ok) return { is: 'refused', problem: chosen.problem }
      const question = `${told.id} ${JSON.stringify(Object.entries(filter).sort())}`
      const after = page.cursor === undefined ? null : readCursor(question, page.cursor, key(filter))
      if (page.cursor !== undefined && after === null) return { is: 'refused', problem: badRequest([strangeCursor]) }
      const found = await read(filter, { after, take: page.limit + 1 })
      const shown = found.rows.slice(0, page.limit)
      const last = (found.isMore ?? found.rows.length > page.limit) ? shown.at(-1) : undefined
      return {
        is: 'found',
        body: { data: shown.map(({ item }) => selectFields(item, chosen.wanted)), ...found.beside },
        next: last ? writeCursor(question, last.key) : null,
      }
    },
  }
}

/** A page of a collection, under the name of what it is full of. */
function pageOf(item: z.ZodType, beside: z.ZodRawShape) {
  const next = z.url().nullable().describe('The next page; null when this is the last.')
  const name = componentName(item)
  return component(`${name}Page`, `A page of ${name}.`, z.strictObject({ data: z.array(item), next, ...beside }))
}

const strangeCursor = {
  parameter: 'cursor',
  detail:
    'This is no cursor of this question. Take it from `next` as it is, and change nothing but limit and fields; or leave it out to begin again.',
}

/** What was asked of one part of the parameters. */
function part(asked: URLSearchParams, shape: z.ZodRawShape): Record<string, string> {
  return Object.fromEntries([...asked].filter(([name]) => Object.hasOwn(shape, name)))
}

type Chosen = { ok: true; wanted: Wanted | null } | { ok: false; problem: Problem }

function choose(fields: string | undefined, item: z.ZodType): Chosen {
  if (fields === undefined) return { ok: true, wanted: null }
  const read = readFields(fields, item)
  return read.ok ? read : { ok: false, problem: badRequest([{ parameter: 'fields', detail: read.problem }]) }
}
