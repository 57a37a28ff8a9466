import { escapeAttribute, escapeText } from '#lib/xml/xml.ts'

// Sitemaps as XML: https://www.sitemaps.org/protocol.html, with Google's extensions for images and news, and hreflang as links.

/**
 * Addresses in one file. The protocol allows 50,000; with fewer a file is small enough to be read again whenever something in it
 * has changed, and even a file of nothing but the longest addresses stays far below 50 MB.
 */
export const urlsPerFile = 10_000
/** Of the news sitemap: https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap */
export const newsLimits = { days: 2, urls: 1_000 } as const
/** Bytes from which on entries go without what can be left out, so that no file ever comes near 50 MB. */
export const fullAt = 40_000_000

export const sitemapKinds = ['pages', 'images'] as const
export type SitemapKind = (typeof sitemapKinds)[number]

export const indexPath = '/sitemap.xml'
export const newsPath = '/sitemaps/news.xml'

/** "/sitemaps/pages-1.xml"; files are counted from 1. */
export function sitemapPath(kind: SitemapKind, number: number): string {
  return `/sitemaps/${kind}-${number}.xml`
}

/** What the last part of an address under /sitemaps/ asks for; null for what is no sitemap. */
export function readSitemapName(name: string): { kind: SitemapKind; number: number } | { kind: 'news' } | null {
  if (name === 'news.xml') return { kind: 'news' }
  const [, kind, number] = /^(pages|images)-([1-9]\d{0,4})\.xml$/.exec(name) ?? []
  return kind === 'pages' || kind === 'images' ? { kind, number: Number(number) } : null
}

/** Live addresses that are not there to be found: results of a search, and what its form asks for. Their pages say noindex. */
export const unlistedPaths = ['/search', '/search/suggest']

export interface SitemapEntry {
  path: string
  /** When what the page shows last changed, ISO 8601; null where that is not known. */
  modifiedAt: string | null
  /** Paths of its pictures. */
  images?: string[]
  /** The page in its languages, itself included: paths by BCP 47 tag, or `x-default`. */
  languages?: [tag: string, path: string][]
  news?: { publication: string; language: string; publishedAt: string; title: string }
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
const core = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
const namespaces = {
  pages: `${core} xmlns:xhtml="http://www.w3.org/1999/xhtml"`,
  images: `${core} xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"`,
  news: `${core} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"`,
}

/** The beginning of a file of entries. */
export function openSitemap(kind: keyof typeof namespaces): string {
  return `${declaration}<urlset ${namespaces[kind]}>\n`
}

export const closeSitemap = '</urlset>\n'

/** One entry, on a line of its own. `siteUrl` has no slash at its end. */
export function sitemapEntry(siteUrl: string, entry: SitemapEntry): string {
  const { path, modifiedAt, images = [], languages = [], news } = entry
  const parts = [
    `<loc>${escapeText(siteUrl + path)}</loc>`,
    ...(modifiedAt ? [`<lastmod>${modifiedAt}</lastmod>`] : []),
    ...languages.map(
      ([tag, to]) =>
        `<xhtml:link rel="alternate" hreflang="${escapeAttribute(tag)}" href="${escapeAttribute(siteUrl + to)}"/>`,
    ),
    ...images.map(image => `<image:image><image:loc>${escapeText(siteUrl + image)}</image:loc></image:image>`),
    ...(news ? [newsOf(news)] : []),
  ]
  return `<url>${parts.join('')}</url>\n`
}

function newsOf({ publication, language, publishedAt, title }: NonNullable<SitemapEntry['news']>): string {
  const name = `<news:name>${escapeText(publication)}</news:name>`
  return `<news:news><news:publication>${name}<news:language>${escapeText(newsLanguage(language))}</news:language></news:publication><news:publication_date>${publishedAt}</news:publication_date><news:title>${escapeText(title)}</news:title></news:news>`
}

/** The index of all files; `modifiedAt` as in an entry. */
export function sitemapIndex(siteUrl: string, files: { path: string; modifiedAt: string | null }[]): string {
  const lines = files.map(({ path, modifiedAt }) => {
    const date = modifiedAt ? `<lastmod>${modifiedAt}</lastmod>` : ''
    return `<sitemap><loc>${escapeText(siteUrl + path)}</loc>${date}</sitemap>\n`
  })
  return `${declaration}<sitemapindex ${core}>\n${lines.join('')}</sitemapindex>\n`
}

/** A language as news sitemaps name it: two or three letters of ISO 639, and two spellings of Chinese. */
export function newsLanguage(tag: string): string {
  const { language, script, region } = new Intl.Locale(tag).maximize()
  if (language !== 'zh') return language
  return script === 'Hant' || region === 'TW' ? 'zh-tw' : 'zh-cn'
}
