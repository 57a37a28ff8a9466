import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { type Coding, chooseCoding, matchesAny, matchesStrongly, readDate } from './negotiate.ts'

export type Header = readonly [name: string, value: string]

/** One finished answer in every coding, with its headers laid out as `writeHead` takes them: a hit only picks one. */
export type Answer = {
  status: number
  codings: Partial<Record<Coding, Coded>> & { identity: Coded }
  hasCompressed: boolean
  /** Of the body before it was compressed. */
  digest: string
  /** Milliseconds; null where the page does not say. */
  lastModified: number | null
  size: number
}

type Coded = { body: Buffer; etag: string; headers: string[]; notModified: string[] }
export type Bodies = Partial<Record<Coding, Buffer>> & { identity: Buffer }

/** Lays an answer out. `headers` are those that all codings share; what depends on the coding is added. */
export function makeAnswer(status: number, headers: Header[], bodies: Bodies): Answer {
  const hasCompressed = bodies.gzip !== undefined || bodies.br !== undefined
  const modified = headers.find(([name]) => name.toLowerCase() === 'last-modified')?.[1]
  const hash = digestOf(bodies.identity)
  // Vary also where the compressed form was not worth keeping: another rendering of the same page may have one.
  const own = headers.find(([name]) => name === 'Vary')?.[1]
  const varying: Header = ['Vary', own ? `Accept-Encoding, ${own}` : 'Accept-Encoding']
  const shared: Header[] = [...headers.filter(([name]) => name !== 'Vary'), varying]
  const code = (coding: Coding, body: Buffer): Coded => lay(status, shared, coding, body, hash)
  const codings = {
    identity: code('identity', bodies.identity),
    ...(bodies.gzip && { gzip: code('gzip', bodies.gzip) }),
    ...(bodies.br && { br: code('br', bodies.br) }),
  }
  const size = Object.values(codings).reduce((sum, coded) => sum + coded.body.length + 4_000, 0)
  return { status, codings, hasCompressed, digest: hash, lastModified: modified ? readDate(modified) : null, size }
}

/** What tells one body from another: the heart of its strong validators. */
export function digestOf(identity: Buffer): string {
  return createHash('sha256').update(identity).digest('base64url').slice(0, 22)
}

/** A strong validator belongs to the very bytes, so each coding has its own (RFC 9110 section 8.8.3.3). */
export function etagOf(digest: string, coding: Coding): string {
  return coding === 'identity' ? `"${digest}"` : `"${digest}-${coding}"`
}

function lay(status: number, shared: Header[], coding: Coding, body: Buffer, hash: string): Coded {
  const etag = etagOf(hash, coding)
  const own: Header[] = status === 200 ? [...shared, ['ETag', etag]] : [...shared]
  if (coding !== 'identity') own.push(['Content-Encoding', coding])
  return {
    body,
    etag,
    headers: [...own.flat(), 'Content-Length', String(body.length)],
    notModified: withoutBody(own).flat(),
  }
}

/** What describes the body is not repeated for one that the client has (RFC 9110 section 15.4.5). */
export function withoutBody(headers: Header[]): Header[] {
  return headers.filter(([name]) => !/^content-(?:type|encoding|language|security-policy)$/i.test(name))
}

/** Answers a GET or HEAD. `extra` are headers of this one occasion, such as X-Cache. */
export function send(request: IncomingMessage, response: ServerResponse, answer: Answer, extra: string[]): void {
  const { headers } = request
  const coding = chooseCoding(headers['accept-encoding'], answer.hasCompressed)
  const coded = (coding && answer.codings[coding]) ?? answer.codings.identity
  const status = coding === null ? 406 : isConditional(headers) ? conditional(headers, answer, coded) : answer.status
  if (status === 304) response.writeHead(304, extra.concat(coded.notModified)).end()
  else if (status !== answer.status) response.writeHead(status, [...extra, ...REFUSED]).end()
  else {
    response.writeHead(status, extra.concat(coded.headers))
    // Node would leave the body of a HEAD out as well, after taking it in.
    if (request.method === 'HEAD') response.end()
    else response.end(coded.body)
  }
}

const REFUSED = ['Content-Length', '0', 'Cache-Control', 'no-store']

/** The same answer for one occasion that nobody downstream may keep as long; `vary` names what else made it this one. */
export function withCacheControl(answer: Answer, value: string, vary?: string): Answer {
  const change = (headers: string[]) => {
    const kept: string[] = []
    for (let index = 0; index < headers.length; index += 2) {
      const name = headers[index] ?? ''
      const said = headers[index + 1] ?? ''
      if (name === 'Vary' && vary) kept.push(name, `${said}, ${vary}`)
      else if (!/^(?:cdn-)?cache-control$/i.test(name)) kept.push(name, said)
    }
    return [...kept, 'Cache-Control', value]
  }
  const codings = { ...answer.codings }
  for (const coding of ['identity', 'gzip', 'br'] as const) {
    const coded = codings[coding]
    if (coded) codings[coding] = { ...coded, headers: change(coded.headers), notModified: change(coded.notModified) }
  }
  return { ...answer, codings }
}

type Headers = IncomingMessage['headers']

function isConditional(headers: Headers): boolean {
  return (
    headers['if-none-match'] !== undefined ||
    headers['if-modified-since'] !== undefined ||
    headers['if-match'] !== undefined ||
    headers['if-unmodified-since'] !== undefined
  )
}

/** Where the answer is no success there is nothing to be conditional about. */
function conditional(headers: Headers, answer: Answer, { etag }: Coded): number {
  if (answer.status !== 200) return answer.status
  const etags = Object.values(answer.codings).map(coded => coded.etag)
  return precondition(headers, { etag, etags, lastModified: answer.lastModified })
}

export type Validators = {
  /** Of the coding that would be sent, and of all that there are. */
  etag: string
  etags: string[]
  lastModified: number | null
}

/** The status that the request's conditions make of a success: 200, 304 or 412 (RFC 9110 section 13.2.2, in its order). */
export function precondition(headers: Headers, { etag, etags, lastModified }: Validators): 200 | 304 | 412 {
  const match = headers['if-match']
  const unmodified = headers['if-unmodified-since']
  const none = headers['if-none-match']
  const modified = headers['if-modified-since']
  if (match !== undefined) {
    if (!matchesStrongly(match, etags)) return 412
  } else if (unmodified !== undefined && isNewer(lastModified, unmodified)) return 412
  if (none !== undefined) return matchesAny(none, etag) ? 304 : 200
  return modified !== undefined && isNewer(lastModified, modified) === false ? 304 : 200
}

/** Undefined where either date is not known: such a condition is ignored. */
function isNewer(lastModified: number | null, date: string): boolean | undefined {
  const time = readDate(date)
  return time === null || lastModified === null ? undefined : lastModified > time
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** All codings of a body, in the thread pool. A coding that would not be smaller is left out. */
export async function compress(identity: Buffer, contentType: string): Promise<Bodies> {
  if (identity.length < 200 || !/^text\/|[/+](?:json|xml|javascript|wasm)\b|font\/(?:ttf|otf)/.test(contentType))
    return { identity }
  // The best quality takes 10 ms for a review, and 13 % off it; its time grows faster than the document.
  const quality = identity.length < 100_000 ? 11 : identity.length < 1_000_000 ? 9 : 5
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: identity.length,
  }
  const [br, gzipped] = await Promise.all([brotli(identity, { params }), zip(identity, { level: 9 })])
  return {
    identity,
    ...(gzipped.length < identity.length && { gzip: gzipped }),
    ...(br.length < identity.length && { br }),
  }
}
