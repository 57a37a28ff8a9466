import { env } from '#lib/env.ts'
import { listCards } from '#lib/reviews/published.ts'
import { listSections } from '#lib/sections/published.ts'
import { getSettings } from '#lib/settings/published.ts'
import { llmsText } from '#lib/sitemaps/llms.ts'

export const dynamic = 'force-dynamic'

const mostReviews = 20

/** What this site is, for programs that read text. It changes with every event, and says nothing of what it depends on. */
export async function GET(): Promise<Response> {
  const [settings, sections, newest] = await Promise.all([getSettings(), listSections(), listCards({}, mostReviews)])
  const text = llmsText({ siteUrl: env().SITE_URL, settings, sections, newest })
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
