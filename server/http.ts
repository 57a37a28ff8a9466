import type { RequestListener, ServerResponse } from 'node:http'
import { readablePath } from '#lib/feeds/feeds.ts'
import type { Logger } from '#lib/log.ts'
import { apiMethods, asksApi } from './api-problem.ts'
import type { MeasuredRequest } from './body.ts'
import type { Follower } from './events.ts'
import { privateHeaders } from './headers.ts'
import { readTarget } from './malformed.ts'
import { type Answer, send, withCacheControl } from './page-cache/answer.ts'
import type { Outcome, PageCache } from './page-cache/cache.ts'
import { asksFirstPage, pageKey, type Room, roomOf, withoutFirstPage } from './page-cache/key.ts'
import type { Entry } from './page-cache/store.ts'
import { type ShortPage, sendShortPage } from './short-page.ts'
import type { Assets } from './static.ts'

export type HttpOptions = {
  siteUrl: string
  pages: PageCache
  assets: Assets
  follower: Pick<Follower, 'isCurrent' | 'lastCurrentAt' | 'currentSince'>
  forward: (request: MeasuredRequest, response: ServerResponse, room: 'desk' | 'api') => void
  media: (request: MeasuredRequest, response: ServerResponse, path: string) => Promise<boolean>
  /** Resolves to the status of what it has not answered. */
  stream: (request: MeasuredRequest, response: ServerResponse, path: string) => Promise<number | null>
  health: (response: ServerResponse, path: string, isHead: boolean) => Promise<void>
  isDraining: () => boolean
  log: Logger
}

const HIT = ['X-Cache', 'hit']
const NOTHING: string[] = []

/** Decides who answers a request. What is finished is found by the address as it was sent, before anything is parsed. */
export function createListener(options: HttpOptions): RequestListener<typeof MeasuredRequest> {
  const site = new Site(options)
  return (request, response) => {
    const { method } = request
    if (options.isDraining()) response.shouldKeepAlive = false
    if (method === 'GET' || method === 'HEAD') {
      const entry = opensFeed(request) ? undefined : options.pages.find(request.url ?? '')
      if (entry && countHosts(request) === 1) return site.sendKept(request, response, entry)
      const asset = options.assets.ready(request.url)
      if (asset) return send(request, response, asset, NOTHING)
    }
    site.answer(request, response).catch(error => {
      options.log.error({ err: error, method }, 'a request failed in the server')
      sendShortPage(response, options.siteUrl, { status: 500, text: SORRY })
    })
  }
}

const SORRY = 'Something broke that should not have. It has been noted; please try again in a moment.'
const AWAY = 'The shelf that this page stands on cannot be reached just now. Please try again in a moment.'

class Site {
  private readonly options: HttpOptions
  private readonly origin: string
  private readonly host: string

  constructor(options: HttpOptions) {
    this.options = options
    this.origin = new URL(options.siteUrl).origin
    this.host = new URL(options.siteUrl).host
  }

  sendKept(request: MeasuredRequest, response: ServerResponse, entry: Entry): void {
    if (this.options.follower.isCurrent()) send(request, response, entry.answer, HIT)
    else this.sendStale(request, response, entry)
  }

  async answer(request: MeasuredRequest, response: ServerResponse): Promise<void> {
    const target = readTarget(request.url ?? '', this.host)
    if (!target.ok) return this.refuse(request, response, target.status, target.why)
    if (countHosts(request) !== 1) return this.refuse(request, response, 400, 'A request names one host.')
    const { path, query } = target
    const isAsset = this.options.assets.has(path)
    const room = isAsset ? 'next' : roomOf(path)
    const method = request.method ?? ''
    const allowed = asksApi(path) ? apiMethods : METHODS[room]
    if (!allowed.includes(method)) return this.refuse(request, response, 405, 'That cannot be done with this address.')
    if (isUnsafe(method) && request.headers.origin !== this.origin)
      return this.refuse(request, response, 403, 'Changes are accepted only from pages of this site.')
    const isReading = method === 'GET' || method === 'HEAD'
    const proper = properPath(path, room, isAsset)
    if (proper !== path || !target.isCanonical)
      if (isReading) return this.leadOn(request, response, proper, query)
      else return this.refuse(request, response, 400, 'That is not how this address is written.')
    if (room === 'page' && asksFirstPage(query)) return this.leadOn(request, response, proper, query)
    await this.dispatch(request, response, { path, query, room, isAsset })
  }

  private async dispatch(request: MeasuredRequest, response: ServerResponse, where: Where): Promise<void> {
    const { path, query, room, isAsset } = where
    const { assets, forward, health, media } = this.options
    if (isAsset) return assets.serve(request, response, path, answer => send(request, response, answer, NOTHING))
    if (room === 'desk' || room === 'api') {
      // Next never sees the absolute form.
      request.url = query === '' ? path : `${path}?${query}`
      return forward(request, response, room)
    }
    if (room === 'page') return this.answerPage(request, response, path, query)
    if (room === 'stream') return this.answerStream(request, response, path)
    if (room === 'health' && (path === '/live' || path === '/ready'))
      return health(response, path, request.method === 'HEAD')
    if (room === 'media' && (await media(request, response, path))) return
    this.refuse(request, response, 404, 'There is nothing at this address.')
  }

  private async answerPage(request: MeasuredRequest, response: ServerResponse, path: string, query: string) {
    const asked = pageKey(path, query)
    if (!asked) return this.refuse(request, response, 400, 'The part after the question mark cannot be read.')
    if (opensFeed(request) && (await this.answerReadable(request, response, path))) return
    this.sendOutcome(request, response, await this.options.pages.fetch(asked.key, asked.isPassing))
  }

  /**
   * A person who opens a feed in a browser gets a page that says what it is; browsers no longer draw XML. Where there is none (the feed
   * has moved or ended), the feed's own answer says so: false. Some CDNs do not heed Vary, so none of them may keep the page.
   */
  private async answerReadable(request: MeasuredRequest, response: ServerResponse, path: string): Promise<boolean> {
    const readable = readablePath(path)
    const outcome = readable === null ? null : await this.options.pages.fetch(readable, false)
    if (!outcome || outcome.note === 'failed' || outcome.entry.status !== 200) return false
    const answer = withCacheControl(outcome.entry.answer, 'private, no-cache', 'Sec-Fetch-Dest')
    send(request, response, answer, NOTHING)
    return true
  }

  private sendOutcome(request: MeasuredRequest, response: ServerResponse, outcome: Outcome): void {
    if (outcome.note === 'failed') this.sendFailure(request, response)
    else if (outcome.note === 'hit') this.sendKept(request, response, outcome.entry)
    else if (outcome.note === 'stale') this.sendStale(request, response, outcome.entry)
    else send(request, response, answerOf(outcome), ['X-Cache', 'miss'])
  }

  private async answerStream(request: MeasuredRequest, response: ServerResponse, path: string): Promise<void> {
    const status = await this.options.stream(request, response, path)
    if (status === null) return
    if (status < 500) this.refuse(request, response, 404, 'There is nothing at this address.')
    else this.sendFailure(request, response)
  }

  /**
   * From an address that is written otherwise than it should be to where it leads in the end, in one hop: where the proper address
   * has moved, to the new one at once; where nothing is there, nowhere.
   */
  private async leadOn(request: MeasuredRequest, response: ServerResponse, proper: string, query: string) {
    const kept = withoutFirstPage(query)
    const written = kept === '' ? proper : `${proper}?${kept}`
    // Only what is a page when it is written properly: `/Desk` is none.
    const isPage = roomOf(proper) === 'page' && !this.options.assets.has(proper)
    const asked = isPage ? pageKey(proper, kept) : null
    if (!asked) return this.redirect(response, written)
    const outcome = await this.options.pages.fetch(asked.key, asked.isPassing)
    if (outcome.note === 'failed') return this.redirect(response, written)
    const { status, headers } = outcome.entry
    if (status === 404 || status === 410) return this.sendOutcome(request, response, outcome)
    const moved = status >= 300 && status < 400 && headers.find(([name]) => name === 'Location')?.[1]
    this.redirect(response, moved || written)
  }

  /** The last good copy, with the time since it was surely right: Age as in RFC 9111 section 5.1. */
  private sendStale(request: MeasuredRequest, response: ServerResponse, entry: Entry): void {
    const since = Math.max(entry.storedAt, this.options.follower.lastCurrentAt())
    const age = Math.max(0, Math.round((Date.now() - since) / 1_000))
    const answer = withCacheControl(entry.answer, 'public, max-age=0, must-revalidate')
    send(request, response, answer, ['X-Cache', 'stale', 'Age', String(age)])
  }

  private sendFailure(request: MeasuredRequest, response: ServerResponse): void {
    const since = this.options.follower.currentSince()
    // With the database there all along it is a fault of the page; otherwise it passes.
    if (since !== null && Date.now() - since > 15_000) this.refuse(request, response, 500, SORRY)
    else this.refuse(request, response, 503, AWAY, { 'Retry-After': '10' })
  }

  private redirect(response: ServerResponse, location: string): void {
    const headers = [...privateHeaders(this.options.siteUrl).flat(), ...['Location', location, 'Content-Length', '0']]
    response.writeHead(308, [...headers, 'Cache-Control', 'public, max-age=0, s-maxage=3600']).end()
  }

  private refuse(
    request: MeasuredRequest,
    response: ServerResponse,
    status: number,
    text: string,
    headers: ShortPage['headers'] = {},
  ): void {
    if (status === 405)
      headers = { Allow: (asksApi(request.url) ? apiMethods : METHODS[roomOf(request.url ?? '/')]).join(', ') }
    // A body that nobody asked for is not waited for.
    const isLast = !isBodiless(request)
    sendShortPage(response, this.options.siteUrl, { status, text, headers, isLast })
  }
}

type Where = { path: string; query: string; room: Room; isAsset: boolean }

const READING = ['GET', 'HEAD']
const METHODS: Record<Room, string[]> = {
  page: READING,
  stream: READING,
  next: READING,
  media: READING,
  health: READING,
  desk: [...READING, 'POST'],
  api: [...READING, 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
}

function isUnsafe(method: string): boolean {
  return !READING.includes(method) && method !== 'OPTIONS'
}

/** More than one Host is how a request means different things to a proxy and to us (RFC 9112 section 3.2). */
function countHosts(request: MeasuredRequest): number {
  const { rawHeaders } = request
  let count = 0
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? ''
    if (name.length === 4 && name.toLowerCase() === 'host') count += 1
  }
  return count === 0 && request.httpVersion === '1.0' ? 1 : count
}

/** A feed that somebody opens, by a link or by typing its address: feed readers and programs do not navigate (Fetch Metadata). */
function opensFeed({ headers, url }: MeasuredRequest): boolean {
  return headers['sec-fetch-dest'] === 'document' && url !== undefined && /^\/feeds\//i.test(url)
}

function isBodiless({ headers }: MeasuredRequest): boolean {
  return headers['transfer-encoding'] === undefined && (headers['content-length'] ?? '0') === '0'
}

/** Readers' addresses are lower-case and end without a slash. */
function properPath(path: string, room: Room, isAsset: boolean): string {
  if ((room !== 'page' && room !== 'stream') || isAsset) return path
  const bare = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path
  // Escapes keep their capitals: %C3 is the canonical spelling.
  return bare.replace(/%[0-9A-F]{2}|[A-Z]/g, found => (found.length === 1 ? found.toLowerCase() : found))
}

function answerOf({ note, entry }: Extract<Outcome, { entry: Entry }>): Answer {
  return note === 'once' ? withCacheControl(entry.answer, 'no-store') : entry.answer
}
