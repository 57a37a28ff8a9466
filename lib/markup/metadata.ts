import type { Metadata } from 'next'
import { env } from '#lib/env.ts'
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
    alternates: { canonical: url },
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
    twitter: { card: picture ? 'summary_large_image' : 'summary', title, description, images },
  }
}
