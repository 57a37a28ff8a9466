/** Whether a menu can lead there: a path of ours, "/lists", or a whole address on the web. Nothing that runs or that a browser reads as another host. */
export function isMenuAddress(address: string): boolean {
  if (/[\s\\\p{Cc}]/u.test(address) || address.length > 500) return false
  if (isOwnPath(address)) return true
  return /^https?:\/\//.test(address) && URL.canParse(address) && new URL(address).username === ''
}

/** Whether an address is a path of this site. */
export function isOwnPath(address: string): boolean {
  return /^\/(?!\/)/.test(address)
}
