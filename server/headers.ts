import { pictureHeaders } from '#lib/media/picture-file.ts'
import type { Header } from './page-cache/answer.ts'

/** What every answer carries. HSTS only where the site is on https: on http it would lock people out of a test. */
function commonHeaders(siteUrl: string): Header[] {
  const headers: Header[] = [
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'strict-origin-when-cross-origin'],
    ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
  ]
  if (siteUrl.startsWith('https:')) headers.push(['Strict-Transport-Security', 'max-age=31536000'])
  return headers
}

// Readers' pages have no inline script or style and nothing of a third party.
const READER_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ')

/** Pages, feeds and sitemaps of readers. What is made to be embedded may be framed by anybody, and nothing else by anyone. */
export function readerHeaders(siteUrl: string, { isEmbed = false } = {}): Header[] {
  return [
    [
      'Content-Security-Policy',
      isEmbed ? READER_POLICY.replace("frame-ancestors 'none'", 'frame-ancestors *') : READER_POLICY,
    ],
    ...commonHeaders(siteUrl),
    ['Speculation-Rules', `"${SPECULATION_RULES_PATH}"`],
  ]
}

/**
 * How long others may keep a page. Browsers ask each time (and mostly hear 304), so that an editor sees what was just
 * published; a CDN keeps it for a minute, or until it is told by Cache-Tag. Browsers would also obey a long
 * stale-while-revalidate and show the old page, so that is said to CDNs alone (RFC 9213).
 */
export function freshness(status: number): Header[] {
  if (status !== 200) return [['Cache-Control', 'public, max-age=0, s-maxage=10']]
  return [
    ['Cache-Control', 'public, max-age=0, s-maxage=60, stale-while-revalidate=1, stale-if-error=86400'],
    ['CDN-Cache-Control', 'public, max-age=60, stale-while-revalidate=600, stale-if-error=86400'],
  ]
}

/** For what never changes under its name: whoever has it need not ask again. */
export const IMMUTABLE = 'public, max-age=31536000, immutable'

// Proxies commonly refuse headers beyond 4 or 8 KB in all.
const LONGEST_TAGS = 3_000

/** Tags for a CDN to purge by. A page that shows too much to be listed carries `any`: purge it always. */
export function tagHeaders(tags: string[]): Header[] {
  if (tags.length === 0) return []
  const listed = tags.join(' ').length > LONGEST_TAGS ? ['any'] : tags
  return [['Cache-Tag', listed.join(',')]]
}

/** The desk and the API. The desk's own policy, with its nonce, is made by proxy.ts for each request. */
export function privateHeaders(siteUrl: string): Header[] {
  return commonHeaders(siteUrl)
}

export const NOT_KEPT = 'private, no-store'

// Only a document has features and a browsing context: on the dozen files of a page these two would be 2 KB of nothing.
export const OF_DOCUMENTS = new Set(['Permissions-Policy', 'Cross-Origin-Opener-Policy'])

/** Scripts, styles and fonts of the build, and files of public/. */
export function assetHeaders(siteUrl: string, cacheControl: string): Header[] {
  return [...commonHeaders(siteUrl).filter(([name]) => !OF_DOCUMENTS.has(name)), ['Cache-Control', cacheControl]]
}

/** Uploaded pictures. */
export function mediaHeaders(siteUrl: string): Header[] {
  const own = new Set(pictureHeaders.map(([name]) => name))
  return [...pictureHeaders, ...commonHeaders(siteUrl).filter(([name]) => !own.has(name))]
}

/** Short pages of the server itself. `styleHash` allows their one inline style sheet. */
export function shortPageHeaders(siteUrl: string, styleHash: string): Header[] {
  return [
    [
      'Content-Security-Policy',
      `default-src 'none'; style-src '${styleHash}'; base-uri 'none'; frame-ancestors 'none'`,
    ],
    ...commonHeaders(siteUrl),
    ['Cache-Control', 'no-store'],
  ]
}

// As a header, because an inline <script type="speculationrules"> would need a hole in the policy.
export const SPECULATION_RULES_PATH = '/speculation-rules.json'

/** Pages that a reader is about to open (pointer over the link) are fetched ahead; never the desk or a file. */
export const speculationRules = JSON.stringify({
  prefetch: [
    {
      where: {
        and: [
          { href_matches: '/*' },
          { not: { href_matches: ['/desk*', '/preview/*', '/api/*', '/media/*', '/*.xml', '/*.json'] } },
          { not: { selector_matches: '[rel~=nofollow], [download]' } },
        ],
      },
      eagerness: 'moderate',
    },
  ],
})
