import type { IncomingMessage } from 'node:http'

/**
 * Who asks, for limits and logs. Each trusted proxy appends the address that it saw to X-Forwarded-For, so only the last
 * `hops` members were written by somebody we know; what stands before them anyone can write.
 */
export function clientAddress(request: IncomingMessage, hops: number): string {
  const direct = request.socket.remoteAddress ?? ''
  if (hops === 0) return plain(direct)
  const header = request.headers['x-forwarded-for']
  const written = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',').map(part => part.trim())
  const address = written.at(-hops) || written[0] || direct
  return /^[\da-fA-F.:]{2,45}$/.test(address) ? plain(address) : plain(direct)
}

/** An IPv4 address that came over an IPv6 socket is the same client as over an IPv4 one. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}
