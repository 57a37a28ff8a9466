import { feedPath } from '#lib/feeds/feeds.ts'

const everything = { scope: 'all', slug: '' } as const
const rss = feedPath(everything, 'xml')

/** Where people and programs look for a feed or a sitemap without having been told, and where it is. */
const aliases: Record<string, string> = {
  '/feed': rss,
  '/rss': rss,
  '/feed.xml': rss,
  '/rss.xml': rss,
  '/index.xml': rss,
  '/atom.xml': feedPath(everything, 'atom'),
  '/feed.json': feedPath(everything, 'json'),
  '/sitemap_index.xml': '/sitemap.xml',
}

/** The path that this one stands for, or null. */
export function aliasOf(path: string): string | null {
  return Object.hasOwn(aliases, path) ? (aliases[path] ?? null) : null
}
