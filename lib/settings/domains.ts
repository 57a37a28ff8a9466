/**
 * A domain as it was typed or pasted ("https://www.Shop.example:8443/books", "bücher.example"), as browsers compare hosts: lower case,
 * in punycode, without port and path. Null for what is no domain: one needs a dot in it, and a number is an address.
 */
export function domainOf(typed: string): string | null {
  const text = typed.trim().replace(/^\*?\./, '')
  const url = /^https?:\/\//i.test(text) ? text : `https://${text}`
  if (/[\s@]/.test(text) || !URL.canParse(url)) return null
  const host = new URL(url).hostname.replace(/\.$/, '')
  return isDomain(host) ? host : null
}

/** Labels of letters, digits and hyphens, two at the least, the last with a letter in it (RFC 1123, 2.1). */
function isDomain(host: string): boolean {
  const labels = host.split('.')
  return (
    labels.length > 1 &&
    host.length <= 253 &&
    labels.every(label => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label)) &&
    /[a-z]/.test(labels.at(-1) ?? '')
  )
}
