import { isPublicHost, isThisMachine } from '#lib/fetching/hosts.ts'

/**
 * What is wrong with an address that notices are to be posted to, in words; null when nothing is. `allowsPrivate` is the operator's
 * leave to call private hosts, and this machine without TLS.
 */
export function targetProblem(address: string, allowsPrivate: boolean): string | null {
  const url = URL.parse(address)
  if (!url || !/^https?:$/.test(url.protocol))
    return 'This is no address. Write the whole of it, such as https://hub.example.org/.'
  if (url.username || url.password) return 'Leave the name and password out of the address.'
  if (url.hash) return 'Leave out what follows the #.'
  if (url.protocol === 'http:' && !(allowsPrivate && isThisMachine(url.hostname)))
    return 'The address has to begin with https://.'
  if (!allowsPrivate && !isPublicHost(url.hostname))
    return 'This host is in a private network. Whoever runs the server can allow that with ALLOW_PRIVATE_HOSTS=1.'
  return null
}
