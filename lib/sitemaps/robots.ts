import { indexPath } from './sitemaps.ts'

/** What is nobody's business but the editors': drafts, the desk, and the doors to it. */
const closed = ['/desk', '/preview', '/api/desk', '/api/auth']

/**
 * robots.txt (RFC 9309): everything may be read but what is closed. Results of a search are not closed here: their pages say
 * noindex, which only somebody who reads them hears.
 */
export function robotsText(siteUrl: string): string {
  // What is closed comes first: some readers take the first line that fits, where the standard takes the longest.
  const lines = closed.map(path => `Disallow: ${path}`)
  return ['User-agent: *', ...lines, 'Allow: /', '', `Sitemap: ${siteUrl}${indexPath}`, ''].join('\n')
}
