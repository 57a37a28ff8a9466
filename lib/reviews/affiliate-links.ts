import { type ProseNode, walkProse } from '#lib/prose/prose.ts'

// Links that earn the publication money: those to the domains that it has listed, and to every host below them.

/**
 * Whether an address leads to one of the domains or to a host below one. Hosts are compared as browsers see them: lower case, in
 * punycode, whatever the port or user name; "shop.example.evil.org" and "myshop.example" are not "shop.example".
 */
export function isAffiliate(href: string, domains: readonly string[]): boolean {
  const host = hostOf(href)
  return host !== null && domains.some(domain => host === domain || host.endsWith(`.${domain}`))
}

/** The addresses of a document's links that are affiliate links, each once, in reading order; those in spoilers too. */
export function affiliateLinks(prose: ProseNode, domains: readonly string[]): string[] {
  if (domains.length === 0) return []
  const found = new Set<string>()
  for (const { marks = [] } of walkProse(prose)) {
    for (const { type, attrs } of marks) {
      const href = String(attrs?.href)
      if (type === 'link' && isAffiliate(href, domains)) found.add(href)
    }
  }
  return [...found]
}

/** The host of an http(s) address; null for other addresses and for paths of our own. */
function hostOf(href: string): string | null {
  if (!URL.canParse(href)) return null
  const { protocol, hostname } = new URL(href)
  return protocol === 'http:' || protocol === 'https:' ? hostname.replace(/\.$/, '') : null
}
