import { readFileSync } from 'node:fs'
import { parseFeed as parseStrictly } from '@rowanmanning/feed-parser'
import { parseFeed } from 'feedsmith'
import { validateXML } from 'xmllint-wasm'
import { z } from 'zod'
import { type FeedFormat, feedTypes } from './feeds.ts'

// Whether a feed is what its specification says, for tests: grammars for RSS and Atom, the rules of JSON Feed, what grammars cannot say,
// and two parsers that were written by others.

const grammar = (name: string) => readFileSync(new URL(`fixtures/${name}.rng`, import.meta.url), 'utf8')
const grammars = { xml: grammar('rss'), atom: grammar('atom') }

const url = z.url({ protocol: /^https?$/ })
const author = z.strictObject({ name: z.string().min(1), url })
const ours = z.strictObject({
  about: url,
  rating: z
    .strictObject({
      sentence: z.string().min(1),
      value: z.number(),
      min: z.number(),
      max: z.number(),
      step: z.number().positive(),
      label: z.string().nullable(),
      unit: z.strictObject({ singular: z.string(), plural: z.string() }).nullable(),
      score: z.number().min(0).max(100),
      scale: z.strictObject({ key: z.string(), name: z.string(), version: z.number(), type: z.string() }),
      provisional: z.boolean(),
    })
    .refine(({ value, min, max }) => min <= value && value <= max)
    .nullable(),
  unscored: z.boolean(),
  verdict: z.string(),
  work: z.strictObject({
    title: z.string().min(1),
    kind: z.string(),
    year: z.number().nullable(),
    url: url.nullable(),
  }),
})
const item = z.strictObject({
  id: z.string().regex(/^urn:uuid:/),
  url,
  title: z.string().min(1),
  content_html: z.string().min(1),
  summary: z.string().min(1),
  image: url.optional(),
  date_published: z.iso.datetime({ offset: true }),
  date_modified: z.iso.datetime({ offset: true }),
  authors: z.array(author).min(1),
  tags: z.array(z.string().min(1)),
  language: z.string(),
  _out_of_five: ours.optional(),
})
/** https://www.jsonfeed.org/version/1.1/: nothing that it does not name, save extensions, whose names begin with an underscore. */
const jsonFeed = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  home_page_url: url,
  feed_url: url,
  description: z.string().min(1).optional(),
  next_url: url.optional(),
  icon: url,
  favicon: url,
  authors: z.array(author).min(1),
  language: z.string(),
  hubs: z
    .array(z.strictObject({ type: z.literal('WebSub'), url }))
    .min(1)
    .optional(),
  items: z.array(item),
})

/** What is wrong with a feed, in words; empty when nothing is. */
export async function feedProblems(text: string, format: FeedFormat): Promise<string[]> {
  const problems = format === 'json' ? jsonProblems(text) : await xmlProblems(text, format)
  if (problems.length > 0) return problems
  const { entries, contents } = readBack(text, format)
  return [
    ...(new Set(entries).size < entries.length ? ['an id stands on two entries'] : []),
    ...contents.flatMap(htmlProblems),
  ]
}

function jsonProblems(text: string): string[] {
  const read = jsonFeed.safeParse(JSON.parse(text))
  return read.success ? [] : read.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`)
}

async function xmlProblems(text: string, format: 'xml' | 'atom'): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'feed.xml', contents: text }],
    extension: 'relaxng',
    schema: [grammars[format]],
  })
  const head = text.slice(0, text.search(/<(?:item|entry)[ >]/) + 1 || undefined)
  const selves = head.match(/<(?:atom:)?link rel="self"/g)?.length ?? 0
  const { items } = parseStrictly(text)
  return [
    ...errors.map(error => error.message),
    ...(selves === 1 ? [] : [`${selves} addresses of its own`]),
    ...(items.length === readBack(text, format).entries.length
      ? []
      : ['two parsers read different numbers of entries']),
    ...items.flatMap(({ id, title, published }) =>
      id && title && published ? [] : [`a parser misses something of ${id}`],
    ),
    ...[...text.matchAll(/\b(?:href|url|domain|scheme)="(?!https?:\/\/)[^"]*"/g)].map(
      ([found]) => `not absolute: ${found}`,
    ),
  ]
}

/** Ids and full texts as feedsmith reads them. */
export function readBack(text: string, format: FeedFormat): { entries: string[]; contents: string[]; title: string } {
  const { format: read, feed } = parseFeed(text)
  if (read === 'rss' && format === 'xml')
    return {
      title: feed.title ?? '',
      entries: (feed.items ?? []).map(({ guid }) => guid?.value ?? ''),
      contents: (feed.items ?? []).map(({ content }) => content?.encoded ?? ''),
    }
  if (read === 'atom' && format === 'atom')
    return {
      title: feed.title?.value ?? '',
      entries: (feed.entries ?? []).map(({ id }) => id ?? ''),
      contents: (feed.entries ?? []).map(({ content }) => content?.value ?? ''),
    }
  if (read === 'json' && format === 'json')
    return {
      title: feed.title ?? '',
      entries: (feed.items ?? []).map(({ id }) => id ?? ''),
      contents: (feed.items ?? []).map(({ content_html = '' }) => content_html),
    }
  throw new Error(`A feed of ${feedTypes[format]} was read as ${read}`)
}

const allowed: Record<string, string[]> = {
  a: ['href', 'rel'],
  img: ['src', 'alt', 'width', 'height'],
  ol: ['start'],
  div: ['lang', 'dir'],
  ...Object.fromEntries(
    'p h2 h3 ul li blockquote em strong cite figure figcaption br hr'.split(' ').map(name => [name, []]),
  ),
}

/** Full texts hold the elements of a text and nothing else; every address in them is whole. */
function htmlProblems(html: string): string[] {
  return [...html.matchAll(/<\/?([a-z0-9]+)((?: [a-z]+="[^"]*")*)\/?>|[<>]/g)].flatMap(([tag, name, written = '']) => {
    if (name === undefined) return [`a stray ${tag}`]
    const known = allowed[name]
    if (!known) return [`<${name}> has no place in a text`]
    return [...written.matchAll(/ ([a-z]+)="([^"]*)"/g)].flatMap(([, attribute = '', value = '']) => {
      if (!known.includes(attribute)) return [`${attribute} has no place on <${name}>`]
      return /^(?:href|src)$/.test(attribute) && !/^(?:https?|mailto|tel):/.test(value)
        ? [`not absolute: ${value}`]
        : []
    })
  })
}
