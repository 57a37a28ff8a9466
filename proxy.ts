import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { aliasOf } from '#lib/addresses/aliases.ts'
import { resolveAddress } from '#lib/addresses/published.ts'
import { clientAddress } from '#lib/auth/client-address.ts'
import { countAttempt } from '#lib/auth/limits.ts'
import { deskPathHeader } from '#lib/auth/return-path.ts'
import { findPreview } from '#lib/previews/desk-queries.ts'

/**
 * Settles whether a reader path exists before a page runs, by one look-up in the address table: live goes on, moved is a redirect
 * in one hop, gone is a whole page with 410, unknown a whole page with 404. Only what the page cache does not have gets here.
 * For the desk it makes the nonce of the Content-Security-Policy. It decides nothing about who may do what.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname } = request.nextUrl
  if (pathname.startsWith('/desk')) return deskPage(request)
  if (pathname.startsWith('/preview/')) return outsidePreview(request)
  return pathname.startsWith('/embed/') ? framedPage(request) : readerPage(request)
}

async function readerPage(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl
  const alias = aliasOf(pathname)
  if (alias) return NextResponse.redirect(new URL(alias, request.url), 308)
  const address = await resolveAddress(pathname)
  // With what was asked of it: the second page of a section that moved is the second page where it is now.
  if (address?.state === 'moved' && address.target)
    return NextResponse.redirect(new URL(address.target + search, request.url), 308)
  if (address?.state === 'gone') return NextResponse.rewrite(new URL('/gone', request.url), { status: 410 })
  // `notFound()` inside a page would answer with an empty document that only client script fills.
  if (!address) return NextResponse.rewrite(new URL('/missing', request.url), { status: 404 })
  return NextResponse.next()
}

/** `/embed` before the address of a review is its card in a frame, and goes the way of the review. */
async function framedPage(request: NextRequest): Promise<NextResponse> {
  const path = request.nextUrl.pathname.slice('/embed'.length)
  const address = path.startsWith('/reviews/') ? await resolveAddress(path) : null
  if (address?.state === 'moved' && address.target)
    return NextResponse.redirect(new URL(`/embed${address.target}`, request.url), 308)
  if (address?.state === 'live') return NextResponse.next()
  return NextResponse.rewrite(new URL('/embed/withdrawn', request.url), {
    status: address?.state === 'gone' ? 410 : 404,
  })
}

/** A review before it is live, by a link: the reader's page, of which nobody keeps anything. Guesses are counted. */
async function outsidePreview(request: NextRequest): Promise<NextResponse> {
  const secret = request.nextUrl.pathname.slice('/preview/'.length)
  const isOpen = (await findPreview(secret)) !== null
  const isTooMuch = !isOpen && (await countAttempt('preview:address', clientAddress(request.headers))) > 0
  const response = isOpen
    ? NextResponse.next()
    : NextResponse.rewrite(request.nextUrl, { status: isTooMuch ? 429 : 410 })
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]
  response.headers.set('Content-Security-Policy', policy.join('; '))
  response.headers.set('X-Robots-Tag', 'noindex, nofollow')
  response.headers.set('Referrer-Policy', 'no-referrer')
  response.headers.set('Cache-Control', 'private, no-store')
  return response
}

function deskPage(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString('base64')
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''}`,
    // React Aria and ProseMirror set style attributes while they work.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    "frame-src 'self'",
    "object-src 'none'",
  ].join('; ')
  const headers = new Headers(request.headers)
  // Next reads the nonce from here and puts it on its own scripts.
  headers.set('Content-Security-Policy', policy)
  // Where somebody who has to sign in first wanted to go: a page does not know its own address.
  headers.set(deskPathHeader, request.nextUrl.pathname + request.nextUrl.search)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  response.headers.set('X-Robots-Tag', 'noindex')
  return response
}

export const config = {
  // Everything but Next's own files, the routes that are not pages, what machines read, and what lies in public/.
  matcher: [
    '/((?!_next/|api/|media/|feeds/|sitemaps/|cards/|icons/|theme(?:-|/)|oembed$|[^/]+\\.(?:xml|txt|json)$|fonts/|reader\\.js$|icon\\.|favicon\\.ico$|live$|ready$).*)',
    // Those of them that are other names of something.
    '/(feed\\.xml|rss\\.xml|index\\.xml|atom\\.xml|feed\\.json|sitemap_index\\.xml)',
  ],
}
