import { isIndexNowKey } from '#lib/pings/pings.ts'
import { getSettings } from '#lib/settings/published.ts'

export const dynamic = 'force-dynamic'

// The tag is on both answers: a key that is asked for before it is one must be there as soon as it is.
const headers = {
  'Content-Type': 'text/plain; charset=utf-8',
  'X-Cache-Tags': 'index-now',
  'X-Robots-Tag': 'noindex',
}

/**
 * The file by which search engines see that notices are this site's: `/<key>.txt`, whose whole text is the key. Every other text file at
 * the root that is no route of its own gets here as well, by a rewrite in next.config.js, and is not found.
 */
export async function GET(_: Request, { params }: RouteContext<'/index-now-key/[key]'>): Promise<Response> {
  const { key } = await params
  const { indexNowKey } = await getSettings()
  if (isIndexNowKey(key) && key === indexNowKey) return new Response(key, { headers })
  return new Response('There is no such file.\n', { status: 404, headers })
}
