import { randomUUID } from 'node:crypto'
import type { RequestListener, ServerResponse } from 'node:http'
import type { Logger } from '#lib/log.ts'
import type { MeasuredRequest } from './body.ts'
import { clientAddress } from './client-address.ts'
import { NOT_KEPT, privateHeaders } from './headers.ts'
import { sendShortPage } from './short-page.ts'

export type ForwardOptions = {
  handler: RequestListener
  siteUrl: string
  trustProxy: number
  log: Logger
}

const LARGEST_BODY = 25 * 1_048_576

/**
 * Hands a request of the desk or the API to Next. Next hears the site's own host and one believable client address,
 * whatever the request said, and none of the headers by which its parts talk to each other.
 */
export function createForwarder(options: ForwardOptions) {
  return (request: MeasuredRequest, response: ServerResponse, room: 'desk' | 'api'): void => {
    const id = randomUUID()
    const address = clientAddress(request, options.trustProxy)
    const refusal = refuseBody(request)
    if (refusal) {
      sendShortPage(response, options.siteUrl, { ...refusal, isLast: true })
      return
    }
    cleanHeaders(request, room, options.siteUrl, address, id)
    limitBody(request, response, options.siteUrl)
    finishHeaders(request, response, room, options.siteUrl, id)
    logWhenDone(request, response, options.log, { id, address })
    if (request.headers.expect?.toLowerCase() === '100-continue') response.writeContinue()
    options.handler(request, response)
  }
}

function refuseBody(request: MeasuredRequest): { status: number; text: string } | null {
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY) return TOO_LARGE
  const type = request.headers['content-type'] ?? ''
  if (/^multipart\//i.test(type) && !/boundary=(?:"[^"]{1,70}"|[^\s;"]{1,70})/i.test(type))
    return { status: 400, text: 'The form says that it comes in parts, but not where they end.' }
  return null
}

const TOO_LARGE = { status: 413, text: 'That is more than 25 MB. Nothing of it was kept.' }

function limitBody(request: MeasuredRequest, response: ServerResponse, siteUrl: string): void {
  request.bodyLimit = LARGEST_BODY
  request.onTooLong = () => sendShortPage(response, siteUrl, { ...TOO_LARGE, isLast: true })
}

// By which Next's parts, and proxies in front of Next, tell each other what was decided already.
const INTERNAL =
  /^(?:x-middleware-|x-invoke-|x-now-|x-vercel-|x-next|x-matched-path$|x-prerender-|x-action-|x-forwarded-|x-real-ip$|x-original-|x-rewrite-|x-http-method|forwarded$|next-resume|content-security-policy|x-request-id$|purpose$)/
/** What the desk's own client sends; on other paths only an attacker has a use for it. */
const CLIENT_ONLY = /^(?:rsc$|next-)/

function cleanHeaders(
  request: MeasuredRequest,
  room: 'desk' | 'api',
  siteUrl: string,
  address: string,
  id: string,
): void {
  const { headers } = request
  for (const name of Object.keys(headers))
    if (INTERNAL.test(name) || (room !== 'desk' && CLIENT_ONLY.test(name))) delete headers[name]
  // Next answers 500 to a router state that it cannot read; without one it renders the whole page.
  if (!isReadableState(headers['next-router-state-tree'])) delete headers['next-router-state-tree']
  const { host, protocol } = new URL(siteUrl)
  headers.host = host
  headers['x-forwarded-host'] = host
  headers['x-forwarded-proto'] = protocol.slice(0, -1)
  headers['x-forwarded-for'] = address
  headers['x-request-id'] = id
}

function isReadableState(state: string | string[] | undefined): boolean {
  if (typeof state !== 'string') return false
  try {
    return Array.isArray(JSON.parse(decodeURIComponent(state)))
  } catch {
    return false
  }
}

/** Decides the headers at the moment when they go out, after everything that Next sets. */
function finishHeaders(
  request: MeasuredRequest,
  response: ServerResponse,
  room: 'desk' | 'api',
  siteUrl: string,
  id: string,
): void {
  const before = [...privateHeaders(siteUrl), ['X-Request-Id', id] as const]
  for (const [name, value] of before) response.setHeader(name, value)
  const writeHead = response.writeHead
  const decide = (status: number): number => {
    const decided = status === 500 && isBrokenForm(request) ? 400 : status
    if (room === 'desk' || decided >= 400 || !response.hasHeader('cache-control'))
      response.setHeader('Cache-Control', NOT_KEPT)
    response.removeHeader('X-Powered-By')
    return decided
  }
  response.writeHead = (status: number, ...rest: unknown[]) => {
    setHeaders(response, rest.at(-1))
    return writeHead.call(response, decide(status))
  }
}

/** `writeHead` takes its headers as an object or as a flat list; the reason phrase that may come before says nothing. */
function setHeaders(response: ServerResponse, given: unknown): void {
  if (typeof given !== 'object' || given === null) return
  const pairs: [unknown, unknown][] = Array.isArray(given)
    ? given.flatMap((name, index) => (index % 2 === 0 ? [[name, given[index + 1]]] : []))
    : Object.entries(given)
  for (const [name, value] of pairs)
    if (value !== undefined) response.setHeader(String(name), Array.isArray(value) ? value.map(String) : String(value))
}

/** A form in parts that breaks off is the sender's fault, though Next stumbles over it with a 500. */
function isBrokenForm(request: MeasuredRequest): boolean {
  return /^multipart\//i.test(request.headers['content-type'] ?? '') && !request.isBodyWhole
}

/** One line for each request that changes or reads something private. The query may hold a token and is left out. */
function logWhenDone(
  request: MeasuredRequest,
  response: ServerResponse,
  log: Logger,
  who: { id: string; address: string },
): void {
  const began = performance.now()
  const path = (request.url ?? '').split('?')[0]
  response.once('close', () => {
    const line = { ...who, method: request.method, path, status: response.statusCode }
    const ms = Math.round(performance.now() - began)
    const level = response.statusCode >= 500 ? 'error' : 'info'
    log[level]({ ...line, ms, ...(response.writableFinished ? {} : { aborted: true }) }, 'request')
  })
}
