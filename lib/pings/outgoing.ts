import { call, inWords, OutgoingError, readable } from '#lib/fetching/outgoing.ts'
import { targetProblem } from './hosts.ts'

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

/**
 * Posts to an address that somebody typed. Redirects are not followed, and the body of the answer is not read. Throws OutgoingError
 * when none comes.
 */
export async function post(address: string, what: OutgoingPost, limits: OutgoingLimits): Promise<OutgoingAnswer> {
  const problem = targetProblem(address, limits.allowsPrivate)
  if (problem) throw new OutgoingError(problem)
  const { patience = 10_000, allowsPrivate } = limits
  const signal = AbortSignal.timeout(patience)
  const headers = { 'Content-Type': what.type, 'Content-Length': Buffer.byteLength(what.body) }
  try {
    const response = await call(new URL(address), { method: 'POST', headers, body: what.body, allowsPrivate, signal })
    response.on('error', () => {})
    response.destroy()
    const { statusCode = 0, statusMessage = '', headers: told } = response
    return { status: statusCode, reason: readable(statusMessage), retryAfter: told['retry-after'] }
  } catch (error) {
    throw inWords(error, signal, patience)
  }
}
