import { createHash } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import { z } from 'zod'
import { log } from '#lib/log.ts'
import { allowance, apiBase, apiPath } from './api.ts'
import { type Allowance, makeLimiter, type Turn } from './limits.ts'
import { documentType, openApiDocument } from './openapi.ts'
import type { Outcome } from './operation.ts'
import { findOperation } from './operations.ts'
import { badRequest, type Problem, problemBody, problemTypes } from './problems.ts'
import { readIndex } from './published-index.ts'
import { isDatabaseThere, lastChange } from './published-moment.ts'
import { readQuery } from './query.ts'
import { absolute } from './shapes.ts'

const reading = 'GET, HEAD, OPTIONS'

/** A cache between keeps an answer for so many seconds: what is withdrawn may not stand there for long. */
const kept = 'public, max-age=0, s-maxage=10'

const cors = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Last-Modified, Link, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id',
}

interface Asked {
  path: string
  query: URLSearchParams
}

/**
 * The API, with an allowance for each client. It reads what is published and nothing else, for whoever asks: no session, no cookie, and
 * nothing that changes anything.
 */
export function makeApi({ requests, seconds }: Allowance = allowance) {
  const count = makeLimiter({ requests, seconds })
  return async (request: Request, client: string): Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url)
    const asked = { path: pathname.slice(apiBase.length).replace(/^$/, '/'), query: searchParams }
    if (request.method === 'OPTIONS' && isEndpoint(asked.path)) return preflight()
    const turn = await count(client)
    const response = turn.isRefused ? refuse(overdrawn(turn)) : await answerSafely(request, asked)
    response.headers.set('RateLimit-Policy', `"client";q=${requests};w=${seconds}`)
    response.headers.set('RateLimit', `"client";r=${turn.left};t=${turn.seconds}`)
    // RFC 9110 section 9.3.2: the headers of a GET, and nothing after them.
    return request.method === 'HEAD' ? new Response(null, response) : response
  }
}

/** What is answered to a question, without limits and headers; for the page that shows examples. */
export async function answerQuestion(question: string): Promise<{ status: number; body: unknown }> {
  const { pathname, searchParams } = new URL(question, absolute('/'))
  const response = await respond({ path: pathname, query: searchParams })
  return { status: response.status, body: await response.json() }
}

async function answerSafely(request: Request, asked: Asked): Promise<Response> {
  try {
    if (!isEndpoint(asked.path)) return refuse(unknownEndpoint(asked.path))
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(onlyReading(request.method))
    const changed = await changeOf(asked.path)
    const response = isUnchangedSince(request.headers, changed)
      ? new Response(null, { status: 304 })
      : await respond(asked)
    return conditional(request.headers, response, changed)
  } catch (error) {
    if (!(await isDatabaseThere())) return refuse({ name: 'unavailable', detail: away, retryAfter: 10 })
    log().error({ err: error, path: asked.path }, 'the API could not answer')
    return refuse({ name: 'our-fault', detail: 'The answer could not be made.' })
  }
}

const away = 'What is published cannot be read just now.'

async function respond({ path, query }: Asked): Promise<Response> {
  if (path === '/') return (await refusedIndex(query)) ?? found(await readIndex())
  if (path === '/openapi.json') return (await refusedIndex(query)) ?? found(openApiDocument(), documentType)
  const route = routeOf(path)
  if (!route) return refuse(unknownEndpoint(path))
  return toResponse(await route.operation.answer(query, route.name), path, query)
}

function toResponse(outcome: Outcome, path: string, query: URLSearchParams): Response {
  if (outcome.is === 'refused') return refuse(outcome.problem)
  if (outcome.is === 'moved') {
    const search = query.size > 0 ? `?${query}` : ''
    return new Response(null, {
      status: 308,
      headers: { ...cors, Location: absolute(apiPath(outcome.path)) + search, 'Cache-Control': kept },
    })
  }
  if (outcome.next === undefined) return found(outcome.body)
  const next = outcome.next === null ? null : nextAddress(path, query, outcome.next)
  const body = z.looseObject({}).parse(outcome.body)
  const response = found({ ...body, next })
  if (next) response.headers.set('Link', `<${next}>; rel="next"`)
  return response
}

function nextAddress(path: string, query: URLSearchParams, cursor: string): string {
  const search = new URLSearchParams(query)
  search.set('cursor', cursor)
  return `${absolute(apiPath(path))}?${search}`
}

function found(body: unknown, type = 'application/json'): Response {
  const text = JSON.stringify(body)
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
  return new Response(text, {
    headers: {
      ...cors,
      'Content-Type': type,
      'Content-Length': String(Buffer.byteLength(text)),
      'Cache-Control': kept,
      ETag: etag,
      'X-Robots-Tag': 'noindex',
    },
  })
}

/** An answer that the client has already becomes 304 (RFC 9110 section 13). An ETag, where one is given, decides alone. */
function conditional(given: Headers, response: Response, changed: Date | null): Response {
  if (response.status !== 200 && response.status !== 304) return response
  if (changed) response.headers.set('Last-Modified', changed.toUTCString())
  const etag = response.headers.get('ETag')
  if (response.status === 200 && !(etag && isNamed(given.get('If-None-Match'), etag))) return response
  const headers = new Headers(cors)
  for (const name of ['ETag', 'Last-Modified', 'Link']) {
    const value = response.headers.get(name)
    if (value) headers.set(name, value)
  }
  headers.set('Cache-Control', kept)
  return new Response(null, { status: 304, headers })
}

function isNamed(list: string | null, etag: string): boolean {
  if (list === null) return false
  return list.trim() === '*' || list.split(',').some(each => each.trim().replace(/^W\//, '') === etag)
}

function isUnchangedSince(given: Headers, changed: Date | null): boolean {
  if (changed === null || given.has('If-None-Match')) return false
  const since = Date.parse(given.get('If-Modified-Since') ?? '')
  return Number.isFinite(since) && changed.getTime() <= since
}

const startedAt = Date.now()

/**
 * When what stands at a path was last different, in whole seconds; null where that is not known. Single things are read from the rows
 * themselves. Collections are found by the search's tables, which can lag behind a great change, so they have an ETag alone. A new
 * release may say more than the one before, so nothing is older than this process.
 */
async function changeOf(path: string): Promise<Date | null> {
  if (routeOf(path)?.operation.isCollection !== false) return null
  const changed = await lastChange()
  return changed && new Date(Math.ceil(Math.max(changed.getTime(), startedAt) / 1_000) * 1_000)
}

function routeOf(path: string) {
  try {
    return findOperation(decodeURIComponent(path))
  } catch {
    return null
  }
}

function isEndpoint(path: string): boolean {
  return path === '/' || path === '/openapi.json' || routeOf(path) !== null
}

async function refusedIndex(query: URLSearchParams): Promise<Response | null> {
  const read = readQuery(query, z.strictObject({}))
  return read.ok ? null : refuse(badRequest(read.errors))
}

function preflight(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...cors,
      Allow: reading,
      'Access-Control-Allow-Methods': reading,
      'Access-Control-Allow-Headers': 'Accept, If-Modified-Since, If-None-Match',
      'Access-Control-Max-Age': '86400',
    },
  })
}

function refuse(problem: Problem): Response {
  const { status } = problemTypes[problem.name]
  return new Response(JSON.stringify(problemBody(problem)), {
    status,
    statusText: STATUS_CODES[status],
    headers: {
      ...cors,
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      'X-Robots-Tag': 'noindex',
      ...(status === 405 && { Allow: reading }),
      ...(problem.retryAfter !== undefined && { 'Retry-After': String(problem.retryAfter) }),
    },
  })
}

function unknownEndpoint(path: string): Problem {
  return {
    name: 'unknown-address',
    detail: `There is no endpoint ${path.slice(0, 120)}. ${apiBase} lists those that there are.`,
  }
}

function onlyReading(method: string): Problem {
  return { name: 'method-not-allowed', detail: `${method} changes things, and nothing can be changed here.` }
}

function overdrawn({ seconds }: Turn): Problem {
  return {
    name: 'too-many-requests',
    detail: `That was more than may be asked in a while. Ask again in ${seconds === 1 ? 'a second' : `${seconds} seconds`}.`,
    retryAfter: seconds,
  }
}
