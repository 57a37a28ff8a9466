import {
  type ClientRequest,
  createServer,
  type IncomingMessage,
  type RequestListener,
  request,
  type Server,
} from 'node:http'
import { duplexPair } from 'node:stream'
import { type Answer, compress, digestOf, type Header, makeAnswer } from './answer.ts'
import type { Rendered } from './cache.ts'
import { readTags, rewriteDocument } from './rewrite.ts'

export type FillOptions = {
  /** Next, or whatever renders the site. */
  handler: RequestListener
  siteUrl: string
  decorate: (page: Pick<Rendered, 'status' | 'headers' | 'tags'>) => Header[]
  /** Since when a key has had a body of this digest, in milliseconds. */
  since: (key: string, digest: string) => number
  /** How long a rendering may take, in milliseconds; asked each time. */
  patience: () => number
  /** Hears of what the reader's policy will not let work on a page. */
  onComplaint: (key: string, complaints: string[]) => void
}

/** The site could not answer. */
export class RenderFailure extends Error {
  readonly status: number
  constructor(key: string, status: number, why: string) {
    super(`${key} could not be rendered: ${why}`)
    this.name = 'RenderFailure'
    this.status = status
  }
}

/**
 * Makes the function that renders a page: it asks the handler over a pair of streams in memory, as real HTTP, so nothing
 * of it is imitated and no port is opened. The request carries nothing of any visitor's: no cookie, no query but the
 * key's, no Host but the site's.
 */
export function createRenderer(options: FillOptions): (key: string) => Promise<Rendered> {
  const inner = createServer(options.handler)
  return async key => {
    const { status, headers, body } = await ask(inner, key, options)
    // 501 is no failure: it says that what was asked for is not done here.
    if (status >= 500 && status !== 501) throw new RenderFailure(key, status, `the site answered ${status}`)
    const type = headers['content-type'] ?? ''
    const isDocument = type.startsWith('text/html') && (status < 300 || status >= 400)
    if (isDocument) return document(inner, key, status, headers, body, options)
    const page = { status, headers: takeHeaders(headers), tags: readTags(String(headers['x-cache-tags'] ?? '')) }
    const isRedirect = status >= 300 && status < 400
    return finish(key, page, isRedirect ? Buffer.alloc(0) : body, mayKeep(status, headers), options)
  }
}

async function document(
  inner: Server,
  key: string,
  status: number,
  headers: Headers,
  body: Buffer,
  options: FillOptions,
): Promise<Rendered> {
  const { html, tags, isBroken, complaints } = await rewriteDocument(body.toString())
  if (isBroken && status === 404 && key !== MISSING) return missing(inner, options)
  if (isBroken) throw new RenderFailure(key, status, 'a part of it failed')
  if (complaints.length > 0) options.onComplaint(key, complaints)
  // What Next says of keeping a dynamic page is meant for those who have no such cache as this.
  const page = { status, headers: takeHeaders(headers), tags }
  return finish(key, page, Buffer.from(html), KEPT.has(status), options)
}

/** An address that no route has and no row names. */
const MISSING = '/there-is-no/such-page'

/** `notFound()` in a page gives an empty document, which only Next's runtime would fill: the reader gets the whole page. */
async function missing(inner: Server, options: FillOptions): Promise<Rendered> {
  const { status, headers, body } = await ask(inner, MISSING, options)
  if (status !== 404) throw new RenderFailure(MISSING, status, `the page for what is missing answered ${status}`)
  return document(inner, MISSING, status, headers, body, options)
}

const KEPT = new Set([200, 301, 308, 404, 410])

/** A route handler may say that its answer is for once. */
function mayKeep(status: number, headers: Headers): boolean {
  return KEPT.has(status) && !/\b(?:no-store|private)\b/.test(status === 200 ? (headers['cache-control'] ?? '') : '')
}

async function finish(
  key: string,
  given: Pick<Rendered, 'status' | 'headers' | 'tags'>,
  body: Buffer,
  mayBeKept: boolean,
  { decorate, since }: FillOptions,
): Promise<Rendered> {
  const page = given.status === 200 ? dated(given, since(key, digestOf(body))) : given
  const type = page.headers.find(([name]) => name === 'Content-Type')?.[1] ?? ''
  const answer: Answer = makeAnswer(page.status, decorate(page), await compress(body, type))
  return { ...page, answer, mayBeKept }
}

/** The date of the bytes takes the place of one that a route gives: what was taken back changes a feed without any newer item. */
function dated<Page extends { headers: Header[] }>(page: Page, since: number): Page {
  return { ...page, headers: [...page.headers, ['Last-Modified', new Date(since).toUTCString()]] }
}

type Headers = IncomingMessage['headers']

const TAKEN = [
  'Content-Type',
  'Content-Language',
  'Content-Disposition',
  'Location',
  'X-Robots-Tag',
  'Access-Control-Allow-Origin',
] as const

/** The headers that are the page's own. Next's (Vary, ETag, what it did inside) are left behind, cookies above all. */
export function takeHeaders(headers: Headers): Header[] {
  const taken: Header[] = []
  for (const name of TAKEN) {
    const value = headers[name.toLowerCase()]
    if (typeof value === 'string') taken.push([name, value])
  }
  // Stylesheets stand at the head of the document that this goes before: to hint at them is to say it twice.
  const links = splitLinks(headers.link).filter(
    link => !/;\s*as="?(?:script|style)\b|;\s*rel="?modulepreload\b/i.test(link),
  )
  if (links.length > 0) taken.push(['Link', links.join(', ')])
  // Of Vary only what this server really looks at.
  if (/\bsec-fetch-dest\b/i.test(headers.vary ?? '')) taken.push(['Vary', 'Sec-Fetch-Dest'])
  return taken
}

/** The members of a Link header (RFC 8288): commas also stand inside the address and inside quotes. */
function splitLinks(header: string | string[] | undefined): string[] {
  const text = Array.isArray(header) ? header.join(', ') : (header ?? '')
  return text.match(/<[^>]*>(?:[^",]|"(?:[^"\\]|\\.)*")*/g)?.map(link => link.trim()) ?? []
}

const LARGEST_PAGE = 64 * 1_048_576

type Asked = { status: number; headers: Headers; body: Buffer }

function ask(inner: Server, key: string, options: FillOptions): Promise<Asked> {
  return new Promise((resolve, reject) => {
    // All of it is collected here, so there is nothing to hold back for. And holding back would hang: a response counts what it has
    // corked against this mark and then waits for a `drain`, which a stream that is read at once never has.
    const asking = askSite(inner, key, options.siteUrl, LARGEST_PAGE)
    const patience = options.patience()
    const timer = setTimeout(() => {
      asking.destroy(new RenderFailure(key, 504, `nothing came within ${patience} ms`))
    }, patience)
    const fail = (error: Error) => {
      clearTimeout(timer)
      reject(error)
    }
    asking.on('error', fail)
    asking.on('response', response => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', fail)
      response.on('end', () => {
        clearTimeout(timer)
        response.socket.destroy()
        resolve({ status: response.statusCode ?? 500, headers: response.headers, body: Buffer.concat(chunks) })
      })
    })
  })
}

/**
 * Asks the site for a path, over a pair of streams that hold up to so many bytes. The request carries nothing of any visitor's: no
 * cookie, no query but the path's, no Host but the site's.
 */
export function askSite(inner: Server, path: string, siteUrl: string, highWaterMark: number): ClientRequest {
  const { host, protocol } = new URL(siteUrl)
  const [ours, theirs] = duplexPair({ highWaterMark })
  inner.emit('connection', theirs)
  return request({
    path,
    createConnection: () => ours,
    headers: {
      host,
      'x-forwarded-host': host,
      'x-forwarded-proto': protocol.slice(0, -1),
      'user-agent': 'Mozilla/5.0 (compatible; OutOfFive page cache)',
      accept: 'text/html,*/*;q=0.8',
    },
  }).end()
}
