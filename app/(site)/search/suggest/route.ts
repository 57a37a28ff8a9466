import type { NextRequest } from 'next/server'
import { hitDetail } from '#lib/search/name-hits.ts'
import { suggest } from '#lib/search/published.ts'
import { longestQuery } from '#lib/search/search.ts'
import { getSettings } from '#lib/settings/published.ts'

/** Names for what has been typed so far: an enhancement of the form at /search, which does without. */
export async function GET(request: NextRequest): Promise<Response> {
  const typed = (request.nextUrl.searchParams.get('q') ?? '').slice(0, longestQuery)
  const [hits, { language }] = await Promise.all([suggest(typed), getSettings()])
  return Response.json(
    hits.map(hit => ({ name: hit.name, detail: hitDetail(hit, language), path: hit.path })),
    { headers: { 'X-Robots-Tag': 'noindex', 'X-Cache-Tags': 'reviews works people critics' } },
  )
}
