import { env } from '#lib/env.ts'
import { sitemapIndexXml } from '#lib/sitemaps/documents.ts'

export const dynamic = 'force-dynamic'

/** The index of all sitemaps. It says nothing of what it depends on, which is everything. */
export async function GET(): Promise<Response> {
  return new Response(await sitemapIndexXml(env().SITE_URL), { headers: { 'Content-Type': 'application/xml' } })
}
