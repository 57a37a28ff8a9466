import type { Metadata } from 'next'
import { env } from '#lib/env.ts'
import { type FeedOf, feedFormats, feedPath, feedTypes } from '#lib/feeds/feeds.ts'
import { cardPath, cardSize, type Picture } from '#lib/media/pictures.ts'
import { getSettings } from '#lib/settings/published.ts'

export interface PageHead {
  title: string
  description: string
  /** The page's own address, with the query that makes it a page of its own (`?page=2`). */
  path: string
  picture?: Picture | null
  /** Filtered listings and the like: followed, not indexed. */
  isPartial?: boolean
  /** The feed of what the page lists, beside that of the whole publication. */
  feed?: FeedOf & { title: string }
  /** The same page in other languages, itself included: paths by BCP 47 tag. Only where there are translations. */
  languages?: Record<string, string>
  /** Path of the drawn card, for Twitter; the still otherwise. */
  card?: { path: string; alt: string }
  article?: { publishedAt: string; modifiedAt: string; authors: string[]; section: string; tags: string[] }
}

const previews = { 'max-image-preview': 'large', 'max-snippet': -1, 'max-video-preview': -1 } as const

/** The head of a reader page: title, description, its one absolute address, what robots may do, Open Graph and Twitter. */
export async function pageMetadata({
  title,
  description,
  path,
  picture,
  isPartial = false,
  feed,
  languages,
  card,
  article,
}: PageHead): Promise<Metadata> {
  const settings = await getSettings()
  const url = new URL(path, env().SITE_URL).href
  const images = picture
    ? [{ url: new URL(cardPath(picture), env().SITE_URL).href, ...cardSize, alt: picture.alt, type: 'image/jpeg' }]
    : []
  const social = {
    title,
    description,
    url,
    siteName: settings.name,
    locale: settings.language.replace('-', '_'),
    images,
  }
  return {
    title: path === '/' ? title : `${title} · ${settings.name}`,
    description,
    alternates: {
      canonical: url,
      ...(languages && { languages: absolute(languages) }),
      types: feedLinks([...(feed ? [feed] : []), { scope: 'all', slug: '', title: settings.name }]),
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
      card: card || picture ? 'summary_large_image' : 'summary',
      title,
      description,
      images: card ? [{ url: new URL(card.path, env().SITE_URL).href, alt: card.alt }] : images,
    },
  }
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
