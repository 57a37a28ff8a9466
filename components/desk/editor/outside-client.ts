import type { CheckedLink, LinkTarget } from '#lib/links/links.ts'
import type { Picture } from '#lib/media/pictures.ts'
import { answers } from './reading.ts'
import { UploadProblem } from './upload.ts'

// What the editor has the server fetch from other sites, and what it asks about links.

/** Has the server take in the picture at an address. Throws UploadProblem with what to do. */
export async function fetchPicture(address: string, signal?: AbortSignal): Promise<Picture> {
  const answer = await post('/api/desk/media/from-address', { address }, signal)
  const { takenSchema, toldSchema } = await answers()
  const taken = takenSchema.safeParse(answer)
  if (taken.success) return taken.data.picture
  const why = toldSchema.safeParse(answer)
  throw new UploadProblem(
    why.success ? why.data.problem : 'The picture was not taken in. Save it and drag the file in.',
  )
}

/** What an address shows; null when no provider has it, or nobody can be asked. */
export async function fetchEmbed(
  address: string,
  signal?: AbortSignal,
): Promise<{ provider: string; id: string; title: string; picture: Picture | null } | null> {
  const { embedSchema } = await answers()
  const answer = embedSchema.safeParse(await post('/api/desk/embeds', { address }, signal).catch(() => null))
  return answer.success ? answer.data : null
}

/** What a page of another site is called; empty when that is not to be had. */
export async function fetchTitle(address: string, signal?: AbortSignal): Promise<string> {
  const { titleSchema } = await answers()
  const answer = titleSchema.safeParse(await post('/api/desk/links/title', { address }, signal))
  return answer.success ? answer.data.title : ''
}

/** Pages of ours that a link can lead to. */
export async function findTargets(q: string, signal?: AbortSignal): Promise<LinkTarget[]> {
  const response = await fetch(`/api/desk/links?${new URLSearchParams({ q })}`, { signal })
  if (!response.ok) throw new Error(`The server answered ${response.status}`)
  return (await answers()).targetsSchema.parse(await response.json()).found
}

/** How the links of a review stand, as far as is known. */
export async function fetchLinks(reviewId: string, signal?: AbortSignal): Promise<CheckedLink[]> {
  const response = await fetch(`/api/desk/reviews/${reviewId}/links`, { signal })
  if (!response.ok) throw new Error(`The server answered ${response.status}`)
  return (await answers()).linksSchema.parse(await response.json()).links
}

/** Has them checked; `again` also those that were looked at lately. */
export async function checkLinks(reviewId: string, again: boolean, signal?: AbortSignal): Promise<CheckedLink[]> {
  const answer = await post(`/api/desk/reviews/${reviewId}/links`, { again }, signal)
  const { linksSchema, toldSchema } = await answers()
  const why = toldSchema.safeParse(answer)
  if (why.success) throw new UploadProblem(why.data.problem)
  return linksSchema.parse(answer).links
}

/** The answer to a question that goes out as JSON, whatever its status: what was refused says why. */
async function post(path: string, body: unknown, signal?: AbortSignal): Promise<unknown> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  })
  return response.json().catch(() => null)
}
