import type { Picture } from '#lib/media/pictures.ts'
import type { NameSources, NamesToCheck } from '#lib/names/names-schema.ts'
import type { EarlierReview } from '#lib/reviews/desk-reviews.ts'
import type { DeskPerson, DeskWork, MentionChoice } from '#lib/works/desk-works.ts'
import type { WorkKind } from '#lib/works/works.ts'
import { answers } from './reading.ts'

// What the editor asks the server while somebody works. Answers are parsed: a page may be older than the server.

export async function findWorks(query: string, signal?: AbortSignal): Promise<DeskWork[]> {
  const body = await find('works', query, signal)
  return (await answers()).worksSchema.parse(body).found
}

/** What a work of this kind can be part of. */
export async function findWholes(query: string, kind: WorkKind, signal?: AbortSignal): Promise<DeskWork[]> {
  const body = await find('wholes', query, signal, { kind })
  return (await answers()).worksSchema.parse(body).found
}

/** Works that the one that is being typed may be. */
export async function findLikely(
  { title, kind, year }: { title: string; kind: WorkKind; year: string },
  signal?: AbortSignal,
): Promise<DeskWork[]> {
  const body = await find('likely', title, signal, { kind, ...(/^\d{4}/.test(year) && { year: year.slice(0, 4) }) })
  return (await answers()).worksSchema.parse(body).found
}

export async function findMentions(query: string, signal?: AbortSignal): Promise<MentionChoice[]> {
  const body = await find('mentions', query, signal)
  return (await answers()).mentionsSchema.parse(body).found
}

/** Published reviews, of one work when it is given. */
export async function findReviews(query: string, work: string | null, signal?: AbortSignal): Promise<EarlierReview[]> {
  const body = await find('reviews', query, signal, work ? { work } : {})
  return (await answers()).reviewsSchema.parse(body).found
}

/** Who is known by these names. */
export async function recognise(names: string[], signal?: AbortSignal): Promise<Record<string, DeskPerson[]>> {
  if (names.length === 0) return {}
  const search = new URLSearchParams(names.map(name => ['name', name]))
  const body = await ask(`/api/desk/people?${search}`, signal)
  return (await answers()).peopleSchema.parse(body).people
}

/** What the ids of the stored review stand for. */
export async function fetchKnown(id: string): Promise<{
  work: DeskWork | null
  rereviewOf: EarlierReview | null
  translationOf: EarlierReview | null
  pictures: Record<string, Picture>
}> {
  return (await answers()).knownSchema.parse(await ask(`/api/desk/reviews/${id}`))
}

/** What the names of a review with this work and these mentions are checked against. */
export async function fetchNames({ workId, mentionIds }: NameSources, signal?: AbortSignal): Promise<NamesToCheck> {
  const search = new URLSearchParams(mentionIds.map(id => ['mention', id]))
  if (workId) search.set('work', workId)
  return (await answers()).namesToCheckSchema.parse(await ask(`/api/desk/names?${search}`, signal))
}

function find(among: string, q: string, signal?: AbortSignal, more: Record<string, string> = {}): Promise<unknown> {
  return ask(`/api/desk/search?${new URLSearchParams({ among, q, ...more })}`, signal)
}

async function ask(path: string, signal?: AbortSignal): Promise<unknown> {
  const response = await fetch(path, { signal })
  if (!response.ok) throw new Error(`The server answered ${response.status}`)
  return response.json()
}
