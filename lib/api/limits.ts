import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

export interface Allowance {
  requests: number
  seconds: number
}

export interface Turn {
  isRefused: boolean
  /** How many requests are left, and the seconds until there are all of them again. */
  left: number
  seconds: number
}

/**
 * Counts the requests of each client. In memory, and so by instance: what is counted costs a few milliseconds of reading, and a count in the
 * database would cost as much again. It keeps a program that has run wild from taking everybody's turn, and nobody from reading it all.
 */
export function makeLimiter({ requests, seconds }: Allowance): (client: string) => Promise<Turn> {
  const limiter = new RateLimiterMemory({ points: requests, duration: seconds })
  return async client => {
    const result = await limiter.consume(networkOf(client)).catch((refusal: unknown) => {
      if (refusal instanceof RateLimiterRes) return refusal
      throw refusal
    })
    return {
      isRefused: result.consumedPoints > requests,
      left: result.remainingPoints,
      seconds: Math.max(1, Math.ceil(result.msBeforeNext / 1_000)),
    }
  }
}

/** One client has one IPv4 address, or as many of IPv6 as it likes within its own network of 64 bits. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? []
  const before = head.split(':').filter(Boolean)
  const after = (tail ?? '').split(':').filter(Boolean)
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const groups = [...before, ...Array<string>(zeros).fill('0'), ...after].slice(0, 4)
  return `${groups.map(group => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}
