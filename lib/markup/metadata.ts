import type { Metadata } from 'next'
import { env } from '#lib/env.ts'
import { type FeedOf, feedFormats, feedPath, feedTypes } from '#lib/feeds/feeds.ts'
import { cardPath, cardSize, type Picture } from '#lib/media/pictures.ts'
import { pagePath } from '#lib/settings/page-number.ts'
import { getSettings } from '#lib/settings/published.ts'
import type { PublicationSettings } from '#lib/settings/settings.ts'
import { kindName, type WorkKind } from '#lib/works/works.ts'
import { documentTitle, fitWords, numberedDescription, numberedTitle, titleRoom } from './fit.ts'

export interface PageHead {
  /** Without the publication's name, which follows where there is room for it. What does not fit is cut at a word. */
  title: string
  /** Spoiler-free. What does not fit is cut at a sentence or a word. */
  description: string
  /** The page's own address, with the query that makes it a page of its own, without the number of the page. */
  path: string
  /** The number of a page of a listing: it is said in the title, the description and the address from the second on. */
  page?: number
  picture?: Picture | null
  /** Path of a drawn still of the same size, for a page that has no picture. */
  still?: { path: string; alt: string }
  /** Filtered listings and the like: followed, not indexed. */
  isPartial?: boolean
  /** The feed of what the page lists, beside that of the whole publication. */
  feed?: FeedOf & { title: string }
  /** The same page in other languages, itself included: paths by BCP 47 tag. Only where there are translations. */
  languages?: Record<string, string>
  /** What the page is written in, where it is not the publication's: BCP 47. */
  language?: string
  /** Path of the drawn card, for Twitter; the still otherwise. */
  card?: { path: string; alt: string }
  /** Other sites can show the page's card: they are told where to ask for it (oEmbed). */
  isEmbeddable?: boolean
  article?: { publishedAt: string; modifiedAt: string; authors: string[]; section: string; tags: string[] }
}

const previews = { 'max-image-preview': 'large', 'max-snippet': -1, 'max-video-preview': -1 } as const

/** The head of a reader page: title, description, its one absolute address, what robots may do, Open Graph and Twitter. */
export async function pageMetadata(head: PageHead): Promise<Metadata> {
  const settings = await getSettings()
  const { path, page = 1, isPartial = false, feed, languages, card, article } = head
  const url = new URL(pagePath(path, page), env().SITE_URL).href
  const title = numberedTitle(head.title, page)
  const description = numberedDescription(head.description, page)
  const images = [pictureOf(head, settings)]
  const social = {
    title,
    description,
    url,
    siteName: settings.name,
    locale: openGraphLocale(head.language ?? settings.language),
    images,
  }
  return {
    title: path === '/' ? fitWords(title, titleRoom) : documentTitle(title, settings.name),
    description,
    alternates: {
      canonical: url,
      ...(languages && { languages: absolute(languages) }),
      types: {
        ...(settings.hasFeeds &&
          feedLinks([...(feed ? [feed] : []), { scope: 'all', slug: '', title: settings.name }])),
        ...(head.isEmbeddable && embedLinks(url, title)),
      },
    },
    robots: isPartial ? { index: false, follow: true } : { index: true, follow: true, ...previews },
    openGraph: article
      ? {
          ...social,
          type: 'article',
          publishedTime: article.publishedAt,
          modifiedTime: article.modifiedAt,
          authors: article.authors,
          section: article.section,
          tags: article.tags,
        }
      : { ...social, type: 'website' },
    twitter: {
      card: card || head.picture ? 'summary_large_image' : 'summary',
      title,
      description,
      images: card ? [{ url: new URL(card.path, env().SITE_URL).href, alt: card.alt }] : images,
    },
  }
}

/** The still of the page, a drawn one, or the publication's mark: whoever shares a page always has a picture to show. */
function pictureOf({ picture, still, title }: PageHead, { name }: PublicationSettings) {
  const [path, size, alt, type] = picture
    ? [cardPath(picture), cardSize, picture.alt || title, 'image/jpeg']
    : still
      ? [still.path, cardSize, still.alt, 'image/png']
      : ['/icon.png', markSize, `The mark of ${name}`, 'image/png']
  return { url: new URL(path, env().SITE_URL).href, ...size, alt, type }
}

const markSize = { width: 512, height: 512 }

/** Open Graph wants a language with a country, "en_GB": where none is said, the one in which most speak it. */
function openGraphLocale(tag: string): string {
  const { language, region } = new Intl.Locale(tag).maximize()
  return region === undefined ? language : `${language}_${region}`
}

/** The feed of a kind of work, for the head of a listing of it. */
export function kindFeed(kind: WorkKind): NonNullable<PageHead['feed']> {
  return { scope: 'kinds', slug: kind, title: kindName(kind, 2) }
}

function absolute(paths: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(paths).map(([tag, path]) => [tag, new URL(path, env().SITE_URL).href]))
}

/** Links by which feed readers find the feeds of a page; the nearest comes first, which is the one that they take. */
function feedLinks(feeds: NonNullable<PageHead['feed']>[]): Record<string, { url: string; title: string }[]> {
  return Object.fromEntries(
    feedFormats.map(format => [
      feedTypes[format],
      feeds.map(feed => ({ url: new URL(feedPath(feed, format), env().SITE_URL).href, title: feed.title })),
    ]),
  )
}

/** https://oembed.com/#section4 */
function embedLinks(url: string, title: string): Record<string, { url: string; title: string }[]> {
  const link = (format: string) => [
    { url: new URL(`/oembed?format=${format}&url=${encodeURIComponent(url)}`, env().SITE_URL).href, title },
  ]
  return { 'application/json+oembed': link('json'), 'text/xml+oembed': link('xml') }
}
