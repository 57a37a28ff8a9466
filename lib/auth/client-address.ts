/**
 * Where a request comes from, for limits and logs. server/forward.ts replaces this header by the one address that it believes,
 * whatever the client sent; without our server in front it is what the platform says.
 */
export const clientAddressHeader = 'x-forwarded-for'

/** The client's address, or 'everybody' where nobody knows: a limit then counts all of them together. */
export function clientAddress(headers: { get: (name: string) => string | null }): string {
  return headers.get(clientAddressHeader)?.slice(0, 100) || 'everybody'
}
