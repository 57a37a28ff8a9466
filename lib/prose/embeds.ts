// What can be shown of other sites: a provider that we know and the id of one thing there. Nothing of theirs is loaded on a reader's
// page; it carries a poster and a link that we draw.

export interface EmbedProvider {
  key: string
  /** "YouTube" */
  name: string
  /** What the thing is there, in the words of a link: "Watch on YouTube". */
  verb: 'Watch' | 'Listen' | 'Read' | 'Look'
  /** Whether its things are seen, heard or read: what the poster is drawn like. */
  kind: 'film' | 'sound' | 'post'
  /** What an id must look like, whole. */
  id: RegExp
  /** The page of a thing. */
  href: (id: string) => string
  /** The id that an address of theirs names, or null. */
  parse: (url: URL) => string | null
  /** Where its title and picture are told (https://oembed.com), where it tells them without a key. */
  oembed?: string
}

const hostOf = ({ hostname }: URL) => hostname.replace(/^(www|m|music)\./, '')
const partsOf = ({ pathname }: URL) => pathname.split('/').filter(Boolean)

/** The sites whose things can stand in a review, in the order in which they are offered. */
export const embedProviders: readonly EmbedProvider[] = [
  {
    key: 'youtube',
    name: 'YouTube',
    verb: 'Watch',
    kind: 'film',
    id: /^[\w-]{11}$/,
    href: id => `https://www.youtube.com/watch?v=${id}`,
    parse: url => {
      const [first, second] = partsOf(url)
      if (hostOf(url) === 'youtu.be') return first ?? null
      if (!['youtube.com', 'youtube-nocookie.com'].includes(hostOf(url))) return null
      if (first === 'watch') return url.searchParams.get('v')
      return ['embed', 'shorts', 'live', 'v'].includes(first ?? '') ? (second ?? null) : null
    },
    oembed: 'https://www.youtube.com/oembed',
  },
  {
    key: 'vimeo',
    name: 'Vimeo',
    verb: 'Watch',
    kind: 'film',
    id: /^\d{4,12}$/,
    href: id => `https://vimeo.com/${id}`,
    parse: url => {
      if (hostOf(url) !== 'vimeo.com' && url.hostname !== 'player.vimeo.com') return null
      return partsOf(url).find(part => /^\d+$/.test(part)) ?? null
    },
    oembed: 'https://vimeo.com/api/oembed.json',
  },
  {
    key: 'spotify',
    name: 'Spotify',
    verb: 'Listen',
    kind: 'sound',
    id: /^(track|album|artist|playlist|episode|show)\/[A-Za-z0-9]{22}$/,
    href: id => `https://open.spotify.com/${id}`,
    parse: url => {
      if (url.hostname !== 'open.spotify.com') return null
      const parts = partsOf(url).filter(part => part !== 'embed' && !/^intl-/.test(part))
      return parts.length >= 2 ? `${parts[0]}/${parts[1]}` : null
    },
    oembed: 'https://open.spotify.com/oembed',
  },
  {
    key: 'bandcamp',
    name: 'Bandcamp',
    verb: 'Listen',
    kind: 'sound',
    id: /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\/(album|track)\/[a-z0-9-]{1,120}$/,
    href: id => {
      const [band, ...rest] = id.split('/')
      return `https://${band}.bandcamp.com/${rest.join('/')}`
    },
    parse: url => {
      const band = /^([a-z0-9-]+)\.bandcamp\.com$/.exec(url.hostname)?.[1]
      const [kind, slug] = partsOf(url)
      return band && kind && slug ? `${band}/${kind}/${slug}` : null
    },
  },
  {
    key: 'apple-music',
    name: 'Apple Music',
    verb: 'Listen',
    kind: 'sound',
    id: /^[a-z]{2}\/(album|playlist|song|music-video)\/[\w.-]{1,80}$/,
    href: id => {
      const [country, kind, rest] = id.split('/')
      return `https://music.apple.com/${country}/${kind}/${rest}`
    },
    parse: url => {
      if (url.hostname !== 'music.apple.com') return null
      const [country, kind, ...rest] = partsOf(url)
      return country && kind && rest.length > 0 ? `${country}/${kind}/${rest.at(-1)}` : null
    },
  },
  {
    key: 'soundcloud',
    name: 'SoundCloud',
    verb: 'Listen',
    kind: 'sound',
    id: /^[\w-]{1,60}\/(sets\/)?[\w-]{1,120}$/,
    href: id => `https://soundcloud.com/${id}`,
    parse: url => (hostOf(url) === 'soundcloud.com' && partsOf(url).length >= 2 ? partsOf(url).join('/') : null),
    oembed: 'https://soundcloud.com/oembed',
  },
  {
    key: 'bluesky',
    name: 'Bluesky',
    verb: 'Read',
    kind: 'post',
    id: /^[a-z0-9.:-]{3,100}\/[a-z0-9]{8,20}$/,
    href: id => {
      const [author, post] = id.split('/')
      return `https://bsky.app/profile/${author}/post/${post}`
    },
    parse: url => {
      const [profile, author, post, id] = partsOf(url)
      return url.hostname === 'bsky.app' && profile === 'profile' && post === 'post' && author && id
        ? `${author}/${id}`
        : null
    },
    oembed: 'https://embed.bsky.app/oembed',
  },
  {
    key: 'letterboxd',
    name: 'Letterboxd',
    verb: 'Look',
    kind: 'post',
    id: /^(film|list)\/[a-z0-9-]{1,120}$|^[a-z0-9_]{2,15}\/(film|list)\/[a-z0-9-]{1,120}$/,
    href: id => `https://letterboxd.com/${id}/`,
    parse: url => (hostOf(url) === 'letterboxd.com' ? partsOf(url).slice(0, 3).join('/') : null),
  },
]

/** The provider of that key, or null. */
export function embedProvider(key: unknown): EmbedProvider | null {
  return embedProviders.find(provider => provider.key === key) ?? null
}

/** What an address shows, when one of the providers has it: `{ provider, id }`; null for every other address. */
export function parseEmbed(address: string): { provider: string; id: string } | null {
  const text = address.trim()
  if (!/^https?:\/\//i.test(text) || text.length > 500 || !URL.canParse(text)) return null
  const url = new URL(text)
  for (const { key, parse, id } of embedProviders) {
    const found = parse(url)
    if (found !== null && id.test(found)) return { provider: key, id: found }
  }
  return null
}

/** Whether the attributes of an `embed` name a thing that can be shown. */
export function isEmbed(attrs: Record<string, unknown> | undefined): boolean {
  const provider = embedProvider(attrs?.provider)
  return provider !== null && typeof attrs?.id === 'string' && provider.id.test(attrs.id)
}

/** Where an `embed` leads: its page at the provider. Null when it names nothing. */
export function embedHref(attrs: Record<string, unknown> | undefined): string | null {
  const provider = embedProvider(attrs?.provider)
  return provider && isEmbed(attrs) ? provider.href(String(attrs?.id)) : null
}
