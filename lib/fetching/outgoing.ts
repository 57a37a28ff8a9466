import { lookup as resolveName } from 'node:dns'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { isPublicIp } from './hosts.ts'

/** No answer came. The message says why, in words for the desk. */
export class OutgoingError extends Error {
  /** Whether asking again later could go otherwise: not when the address itself is what is wrong. */
  readonly isPassing: boolean

  constructor(message: string, { isPassing = true, cause }: { isPassing?: boolean; cause?: unknown } = {}) {
    super(message, { cause })
    this.isPassing = isPassing
  }
}

export interface OutgoingCall {
  method: 'GET' | 'HEAD' | 'POST'
  headers?: Record<string, string | number>
  body?: string
  /** The operator's leave to call hosts in a private network. */
  allowsPrivate: boolean
  signal: AbortSignal
}

/**
 * One request, as everything outgoing is sent: every address that the host's name stands for has to be public, and the connection goes to
 * one that was looked at, so that a name that stands for something else a moment later changes nothing. No cookies, nothing compressed,
 * no redirect followed. The caller reads or destroys the answer, and has looked at the address itself (`isPublicHost`).
 */
export function call(
  url: URL,
  { method, headers, body, allowsPrivate, signal }: OutgoingCall,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp
    send(url, {
      method,
      signal,
      // A connection of its own, which was looked at itself.
      agent: false,
      headers: { ...headers, 'User-Agent': 'OutOfFive', 'Accept-Encoding': 'identity' },
      ...(!allowsPrivate && { lookup: publicLookup }),
    })
      .on('response', resolve)
      .on('error', reject)
      .end(body)
  })
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

/** What is no different tomorrow. */
const lasting = new Set([PRIVATE, 'ENOTFOUND'])

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

/** Why a call came to nothing, for the desk; `patience` is the milliseconds that it had. */
export function inWords(error: unknown, signal: AbortSignal, patience: number): OutgoingError {
  if (error instanceof OutgoingError) return error
  if (signal.aborted) return new OutgoingError(`no answer within ${patience / 1_000} seconds`)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const known = words[code] ?? (code.startsWith('HPE_') ? 'the answer was no HTTP' : null)
  return new OutgoingError(known ?? `no answer (${code || 'for no known reason'})`, {
    isPassing: !lasting.has(code),
    cause: error,
  })
}

/** What a stranger says goes to a page and a log: short, and without what cannot be seen. */
export function readable(text: string): string {
  return text
    .replace(/[^\x20-\x7e]/g, '')
    .trim()
    .slice(0, 80)
}
