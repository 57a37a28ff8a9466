import type { Server } from 'node:http'

/** A request that is just being written to an idle connection gets through, and is told that it was the last one. */
const GRACE = 300
const LONGEST_DRAIN = 15_000

/**
 * Stops accepting, lets what is under way finish, and closes connections as they fall idle. The caller has already made
 * every new answer say `Connection: close`. Whoever is not done after 15 seconds is cut off.
 */
export async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>(resolve => server.close(() => resolve()))
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const cut = setTimeout(() => server.closeAllConnections(), LONGEST_DRAIN)
  await closed
  clearInterval(sweep)
  clearTimeout(cut)
}

/** Time for those who share a load balancer with us to see `/ready` change, and for requests already on their way. */
export function grace(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, GRACE))
}
