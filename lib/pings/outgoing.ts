import { lookup as resolveName } from 'node:dns'
import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { isPublicIp, targetProblem } from './hosts.ts'

export interface OutgoingPost {
  type: string
  body: string
}

export interface OutgoingAnswer {
  status: number
  /** "Accepted" */
  reason: string
  retryAfter: string | undefined
}

export interface OutgoingLimits {
  allowsPrivate: boolean
  /** Milliseconds for all of it. */
  patience?: number
}

/** No answer came. The message says why, in words for the desk. */
export class OutgoingError extends Error {}

/**
 * Posts to an address that somebody typed. Redirects are not followed. Every address that the host's name stands for has to be public,
 * and the connection goes to one that was looked at: a name that stands for something else a moment later changes nothing. The body of
 * the answer is not read.
 */
export async function post(address: string, what: OutgoingPost, limits: OutgoingLimits): Promise<OutgoingAnswer> {
  const problem = targetProblem(address, limits.allowsPrivate)
  if (problem) throw new OutgoingError(problem)
  const url = new URL(address)
  const { patience = 10_000 } = limits
  const signal = AbortSignal.timeout(patience)
  const options: RequestOptions = {
    method: 'POST',
    signal,
    // A connection of its own, which was looked at itself.
    agent: false,
    headers: {
      'Content-Type': what.type,
      'Content-Length': Buffer.byteLength(what.body),
      'User-Agent': 'OutOfFive',
      'Accept-Encoding': 'identity',
    },
    ...(!limits.allowsPrivate && { lookup: publicLookup }),
  }
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const send = url.protocol === 'https:' ? requestHttps : requestHttp
      send(url, options).on('response', resolve).on('error', reject).end(what.body)
    })
    response.on('error', () => {})
    response.destroy()
    const { statusCode = 0, statusMessage = '', headers } = response
    return { status: statusCode, reason: readable(statusMessage), retryAfter: headers['retry-after'] }
  } catch (error) {
    throw signal.aborted ? new OutgoingError(`no answer within ${patience / 1_000} seconds`) : inWords(error)
  }
}

/** Resolves as Node does, and fails when any address is not public: which of them is tried cannot be foreseen. */
export const publicLookup: LookupFunction = (hostname, options, done) => {
  resolveName(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, '')
    const [first] = addresses
    if (!first || !addresses.every(({ address }) => isPublicIp(address)))
      return done(Object.assign(new Error('private'), { code: PRIVATE }), '')
    if (options.all) return done(null, addresses)
    done(null, first.address, first.family)
  })
}

const PRIVATE = 'EPRIVATE'

const words: Record<string, string> = {
  [PRIVATE]: 'the host is in a private network, which is not called (ALLOW_PRIVATE_HOSTS)',
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'the connection broke off',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the host’s name could not be looked up',
  ETIMEDOUT: 'the connection was not answered',
  EPIPE: 'the connection broke off',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
}

function inWords(error: unknown): OutgoingError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const known = words[code] ?? (code.startsWith('HPE_') ? 'the answer was no HTTP' : null)
  return new OutgoingError(known ?? `no answer (${code || 'for no known reason'})`, { cause: error })
}

/** What a stranger says goes to a page and a log: short, and without what cannot be seen. */
function readable(text: string): string {
  return text
    .replace(/[^\x20-\x7e]/g, '')
    .trim()
    .slice(0, 80)
}
