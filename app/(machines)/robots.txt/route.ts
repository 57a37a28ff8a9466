import { env } from '#lib/env.ts'
import { robotsText } from '#lib/sitemaps/robots.ts'

// The address of the site is not known when it is built.
export const dynamic = 'force-dynamic'

export function GET(): Response {
  return new Response(robotsText(env().SITE_URL), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
