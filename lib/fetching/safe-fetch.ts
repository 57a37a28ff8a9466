import type { IncomingMessage } from 'node:http'
import { isPublicHost } from './hosts.ts'
import { call, inWords, OutgoingError, readable } from './outgoing.ts'

export interface FetchLimits {
  /** The operator's leave to call hosts in a private network. */
  allowsPrivate: boolean
  /** Milliseconds for all of it, redirects and body included. */
  patience?: number
  /** The most bytes of a body. */
  most?: number
  /** What `Accept` says. */
  accept?: string
}

export interface Answer {
  status: number
  /** "Not Found" */
  reason: string
  /** Where it came from in the end. */
  address: string
  /** Whether every redirect on the way said that it is for good. */
  isMovedForGood: boolean
  /** The Content-Type without its parameters, in lower case. */
  type: string
  /** What the Content-Type says of the letters: "utf-8"; null when nothing. */
  charset: string | null
}

const mostHops = 3
const mostBytes = 20 * 1024 * 1024

/**
 * Fetches what somebody named by its address, as docs of trust have it: http and https only, public hosts only (looked at again for every
 * redirect, of which there may be three), ten seconds and 20 MB for all of it, nothing compressed, no cookies. `use` is given the answer
 * and its body, which breaks off with an OutgoingError when it is longer than it may be or takes too long; when `use` is done the
 * connection is closed. Throws OutgoingError, whose message says why in words.
 */
export async function fetchOutside<T>(
  address: string,
  {
    method = 'GET',
    patience = 10_000,
    most = mostBytes,
    accept = '*/*',
    allowsPrivate,
  }: FetchLimits & { method?: 'GET' | 'HEAD' },
  use: (answer: Answer, body: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<T> {
  const signal = AbortSignal.timeout(patience)
  const { response, ...came } = await follow(address, { method, accept, allowsPrivate, signal, patience })
  try {
    const { statusCode = 0, statusMessage = '', headers } = response
    const [type = '', ...more] = (headers['content-type'] ?? '').split(';')
    const charset = /charset="?([\w-]+)/i.exec(more.join(';'))?.[1] ?? null
    const answer = {
      ...came,
      status: statusCode,
      reason: readable(statusMessage),
      type: type.trim().toLowerCase(),
      charset,
    }
    return await use(answer, limited(response, most, signal, patience))
  } finally {
    response.destroy()
  }
}

/** The first bytes of a body, at most `most` of them: enough to read what a page is called. */
export async function startOf(body: AsyncIterable<Uint8Array>, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    chunks.push(chunk)
    size += chunk.byteLength
    if (size >= most) break
  }
  return Buffer.concat(chunks).subarray(0, most)
}

interface Way {
  method: 'GET' | 'HEAD'
  accept: string
  allowsPrivate: boolean
  signal: AbortSignal
  patience: number
}

/** Asks, and asks again where it is sent on to. */
async function follow(
  address: string,
  { method, accept, allowsPrivate, signal, patience }: Way,
): Promise<Pick<Answer, 'address' | 'isMovedForGood'> & { response: IncomingMessage }> {
  let url = checked(address, allowsPrivate)
  let isMovedForGood = true
  for (let hops = 0; ; hops++) {
    const response = await call(url, { method, headers: { Accept: accept }, allowsPrivate, signal }).catch(error => {
      throw inWords(error, signal, patience)
    })
    response.on('error', () => {})
    const target = redirectOf(response)
    if (target === null) return { response, address: url.href, isMovedForGood }
    response.destroy()
    if (hops === mostHops) throw new OutgoingError('it leads from one address to the next', { isPassing: false })
    isMovedForGood &&= response.statusCode === 301 || response.statusCode === 308
    url = checked(URL.parse(target, url)?.href ?? '', allowsPrivate)
  }
}

function checked(address: string, allowsPrivate: boolean): URL {
  const url = URL.parse(address)
  const problem = url ? problemOf(url, allowsPrivate) : 'this is no address'
  if (!url || problem) throw new OutgoingError(problem ?? '', { isPassing: false })
  url.hash = ''
  return url
}

function problemOf(url: URL, allowsPrivate: boolean): string | null {
  if (!/^https?:$/.test(url.protocol)) return 'only http and https addresses are fetched'
  if (url.username || url.password) return 'addresses with a name and password in them are not fetched'
  return allowsPrivate || isPublicHost(url.hostname) ? null : 'the host is in a private network, which is not called'
}

function redirectOf({ statusCode = 0, headers }: IncomingMessage): string | null {
  return [301, 302, 303, 307, 308].includes(statusCode) && headers.location ? headers.location : null
}

async function* limited(
  body: IncomingMessage,
  most: number,
  signal: AbortSignal,
  patience: number,
): AsyncGenerator<Uint8Array> {
  const tooLarge = () =>
    new OutgoingError(`it is larger than ${Math.floor(most / 1024 / 1024)} MB`, { isPassing: false })
  if (Number(body.headers['content-length']) > most) throw tooLarge()
  let size = 0
  try {
    for await (const chunk of body) {
      size += chunk.byteLength
      if (size > most) throw tooLarge()
      yield chunk
    }
  } catch (error) {
    throw inWords(error, signal, patience)
  }
}
