import { isSafeLink } from '#lib/prose/prose.ts'

// Addresses as they are pasted: wrapped by whoever sent them on, and with what somebody is followed by.

const longest = 2_000

/** What tells a site who sent a reader, and shows nobody another page without it. A trailing * stands for whatever follows. */
const followers = [
  'utm_*',
  'fbclid',
  'gclid',
  'gclsrc',
  'dclid',
  'gbraid',
  'wbraid',
  'msclkid',
  'yclid',
  'twclid',
  'ttclid',
  'igshid',
  'igsh',
  'li_fat_id',
  'mc_cid',
  'mc_eid',
  'mkt_tok',
  '_hsenc',
  '_hsmi',
  'hsCtaTracking',
  '_ga',
  '_gl',
  'oly_anon_id',
  'oly_enc_id',
  'vero_id',
  'vero_conv',
  'wickedid',
  'rb_clickid',
  's_cid',
  'ref_src',
  'ref_url',
  'at_medium',
  'at_campaign',
  'mtm_*',
  'pk_campaign',
  'pk_kwd',
  'piwik_*',
  'cmpid',
  'ns_campaign',
  'ns_mchannel',
  'ns_source',
  'ns_linkname',
  'srsltid',
  '__twitter_impression',
] as const

/** The same, where a site means it and others mean something else. */
const followersAt: Record<string, readonly string[]> = {
  'youtube.com': ['si', 'feature', 'pp'],
  'youtu.be': ['si', 'feature'],
  'open.spotify.com': ['si', 'context', 'nd'],
  'twitter.com': ['s', 't'],
  'x.com': ['s', 't'],
  'instagram.com': ['img_index', 'hl'],
  'google.com': ['ved', 'usg', 'sa', 'source', 'sca_esv', 'ei', 'gs_lp', 'sclient'],
}

/** Sites that stand between a text and the page that it links to: host, path, and the parameter with the page. */
const wrappers: readonly (readonly [host: RegExp, path: RegExp, parameters: readonly string[]])[] = [
  [/^(www\.)?google\.[a-z.]{2,6}$/, /^\/url$/, ['q', 'url']],
  [/^(l|lm)\.facebook\.com$/, /^\/l\.php$/, ['u']],
  [/^l\.instagram\.com$/, /^\/$/, ['u']],
  [/^(www\.)?youtube\.com$/, /^\/redirect$/, ['q']],
  [/^out\.reddit\.com$/, /^\//, ['url']],
  [/^slack-redir\.net$/, /^\/link$/, ['url']],
  [/^(www\.)?linkedin\.com$/, /^\/(redir\/redirect|safety\/go)$/, ['url']],
  [/^[a-z0-9.]*safelinks\.protection\.outlook\.com$/, /^\//, ['url']],
  [/^t\.umblr\.com$/, /^\/redirect$/, ['z']],
  [/^steamcommunity\.com$/, /^\/linkfilter/, ['u', 'url']],
  [/^exit\.sc$/, /^\/$/, ['url']],
]

/**
 * An address that came from outside as it should stand in a review: out of what it was wrapped in, without what follows its readers, a
 * page of our own (`siteUrl` is an origin) as its path. Null for what readers may not follow, and for what leads nowhere from here: a
 * path without a host, of another site.
 */
export function cleanAddress(address: string, siteUrl: string): string | null {
  const typed = address.trim()
  if (typed.length > longest || !/^[a-z][a-z0-9+.-]*:/i.test(typed) || !isSafeLink(typed)) return null
  const url = unwrapped(new URL(typed))
  if (url.protocol === 'mailto:' || url.protocol === 'tel:') return url.href
  const followed = followersIn(url)
  // Only what changes is written anew: `?a=b c` would come back as `?a=b+c`.
  for (const name of followed) url.searchParams.delete(name)
  url.hash = url.hash.replace(/^#:~:text=.*$/, '').replace(/:~:text=.*$/, '')
  return ownPath(url, siteUrl) ?? url.href
}

/** Whether an address carries what its readers are followed by. */
export function isFollowed(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && /^https?:$/.test(url.protocol) && (followersIn(url).length > 0 || pageWithin(url) !== null)
}

/** The path of an address of our own; null for every other. */
export function ownPath(url: URL, siteUrl: string): string | null {
  return url.origin === siteUrl ? url.pathname + url.search + url.hash : null
}

/**
 * What somebody typed as an address, made whole: a host without its protocol becomes https, one of our own pages its path, and what
 * begins with / stays. Null when it is no address, but words to look for.
 */
export function typedAddress(typed: string, siteUrl: string): string | null {
  const text = typed.trim()
  if (/^[/#]/.test(text)) return isSafeLink(text) ? text : null
  if (/\s/.test(text)) return null
  if (/^[^\s@/:]+@[\w-]+(\.[\w-]+)+$/.test(text)) return `mailto:${text}`
  const isHost = /^[\w-]+(\.[\w-]+)*\.[a-z]{2,}(:\d+)?([/?#]|$)/i.test(text)
  const whole = isHost ? `https://${text}` : text
  if (!/^(https?:\/\/.|mailto:.|tel:.)/i.test(whole) || !isSafeLink(whole)) return null
  const url = new URL(whole)
  return ownPath(url, siteUrl) ?? whole
}

function unwrapped(url: URL): URL {
  let page = url
  // A mail that was sent on by a mail: wrapped in what is wrapped.
  for (let wraps = 0; wraps < 3; wraps++) {
    const within = pageWithin(page)
    if (!within) break
    page = within
  }
  return page
}

function pageWithin(url: URL): URL | null {
  const wrapper = wrappers.find(([host, path]) => host.test(url.hostname) && path.test(url.pathname))
  for (const name of wrapper?.[2] ?? []) {
    const within = url.searchParams.get(name)
    const page = within && /^https?:\/\//i.test(within) && isSafeLink(within) ? URL.parse(within) : null
    if (page) return page
  }
  return null
}

function followersIn(url: URL): string[] {
  if (url.search === '') return []
  const here = followersAt[url.hostname.replace(/^(www|m|music)\./, '')] ?? []
  return [...new Set(url.searchParams.keys())].filter(
    name =>
      here.includes(name) ||
      followers.some(follower => (follower.endsWith('*') ? name.startsWith(follower.slice(0, -1)) : name === follower)),
  )
}
