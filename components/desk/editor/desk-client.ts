import { z } from 'zod'
import { pictureSchema } from '#lib/media/media-schema.ts'
import type { Picture } from '#lib/media/pictures.ts'
import { type NameSources, type NamesToCheck, namesToCheckSchema } from '#lib/names/names-schema.ts'
import type { EarlierReview } from '#lib/reviews/desk-reviews.ts'
import type { DeskPerson, DeskWork, MentionChoice } from '#lib/works/desk-works.ts'
import { type WorkKind, workKinds } from '#lib/works/works.ts'

// What the editor asks the server while somebody works. Answers are parsed: a page may be older than the server.

const workSchema: z.ZodType<DeskWork> = z.object({
  id: z.string(),
  kind: z.enum(workKinds),
  title: z.string(),
  year: z.number().nullable(),
  makers: z.string(),
  slug: z.string(),
})
const mentionSchema: z.ZodType<MentionChoice> = z.object({
  kind: z.enum(['work', 'person']),
  id: z.string(),
  label: z.string(),
  detail: z.string(),
})
const reviewSchema: z.ZodType<EarlierReview> = z.object({
  id: z.string(),
  title: z.string(),
  critics: z.string(),
  publishedAt: z.string(),
})
const personSchema: z.ZodType<DeskPerson> = z.object({ id: z.string(), name: z.string(), knownFor: z.string() })

export function findWorks(query: string, signal?: AbortSignal): Promise<DeskWork[]> {
  return find('works', query, workSchema, signal)
}

/** What a work of this kind can be part of. */
export function findWholes(query: string, kind: WorkKind, signal?: AbortSignal): Promise<DeskWork[]> {
  return find('wholes', query, workSchema, signal, { kind })
}

/** Works that the one that is being typed may be. */
export function findLikely(
  { title, kind, year }: { title: string; kind: WorkKind; year: string },
  signal?: AbortSignal,
): Promise<DeskWork[]> {
  return find('likely', title, workSchema, signal, { kind, ...(/^\d{4}/.test(year) && { year: year.slice(0, 4) }) })
}

export function findMentions(query: string, signal?: AbortSignal): Promise<MentionChoice[]> {
  return find('mentions', query, mentionSchema, signal)
}

/** Published reviews, of one work when it is given. */
export function findReviews(query: string, work: string | null, signal?: AbortSignal): Promise<EarlierReview[]> {
  return find('reviews', query, reviewSchema, signal, work ? { work } : {})
}

/** Who is known by these names. */
export async function recognise(names: string[], signal?: AbortSignal): Promise<Record<string, DeskPerson[]>> {
  if (names.length === 0) return {}
  const search = new URLSearchParams(names.map(name => ['name', name]))
  const body = await ask(`/api/desk/people?${search}`, signal)
  return z.object({ people: z.record(z.string(), z.array(personSchema)) }).parse(body).people
}

/** What the ids of the stored review stand for. */
export async function fetchKnown(id: string): Promise<{
  work: DeskWork | null
  rereviewOf: EarlierReview | null
  translationOf: EarlierReview | null
  pictures: Record<string, Picture>
}> {
  const schema = z.object({
    work: workSchema.nullable(),
    rereviewOf: reviewSchema.nullable(),
    translationOf: reviewSchema.nullable(),
    pictures: z.record(z.string(), pictureSchema),
  })
  return schema.parse(await ask(`/api/desk/reviews/${id}`))
}

/** What the names of a review with this work and these mentions are checked against. */
export async function fetchNames({ workId, mentionIds }: NameSources, signal?: AbortSignal): Promise<NamesToCheck> {
  const search = new URLSearchParams(mentionIds.map(id => ['mention', id]))
  if (workId) search.set('work', workId)
  return namesToCheckSchema.parse(await ask(`/api/desk/names?${search}`, signal))
}

async function find<T>(
  among: string,
  q: string,
  schema: z.ZodType<T>,
  signal?: AbortSignal,
  more: Record<string, string> = {},
): Promise<T[]> {
  const body = await ask(`/api/desk/search?${new URLSearchParams({ among, q, ...more })}`, signal)
  return z.object({ found: z.array(schema) }).parse(body).found
}

async function ask(path: string, signal?: AbortSignal): Promise<unknown> {
  const response = await fetch(path, { signal })
  if (!response.ok) throw new Error(`The server answered ${response.status}`)
  return response.json()
}
