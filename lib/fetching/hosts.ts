import { BlockList, isIP } from 'node:net'

// Which hosts may be called from here. What is fetched or posted goes where somebody typed it to go, so it must not reach what only this
// machine can reach: its own services, its network, the address at which clouds hand out credentials.

/** Everything that is not public unicast: the special-purpose registries of RFC 6890 and their additions. */
const privateNets = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  privateNets.addSubnet(net, bits, 'ipv4')

/** Of IPv6 only what is given out is public; within it, what is for documents, benchmarks, and tunnels into IPv4. */
const publicNet = new BlockList()
publicNet.addSubnet('2000::', 3, 'ipv6')
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  privateNets.addSubnet(net, bits, 'ipv6')

/** Whether an IP address is one of the public internet. What is no IP address is not. */
export function isPublicIp(ip: string): boolean {
  const family = isIP(ip)
  if (family === 4) return !privateNets.check(ip, 'ipv4')
  return family === 6 && publicNet.check(ip, 'ipv6') && !privateNets.check(ip, 'ipv6')
}

/** Whether a host can be public by its name alone; what a name stands for is seen when it is called. */
export function isPublicHost(hostname: string): boolean {
  const name = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  if (isIP(name) !== 0) return isPublicIp(name)
  return name.includes('.') && !/\.(?:localhost|local|internal|home\.arpa|test|invalid|onion)$/i.test(name)
}

/** Whether a host is this machine by its name. */
export function isThisMachine(hostname: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname)
}
