import { z } from 'zod'
import { escapeAttribute } from '#lib/xml/xml.ts'
import type { CardContent } from './cards.ts'
import { cardAlt, cardDrawing, cardPathOf } from './cards.ts'

// Cards that other sites embed: https://oembed.com, version 1.0.

/** What a consumer may ask; lengths are in pixels. */
export const oembedQuerySchema = z.object({
  url: z.url(),
  format: z.string().default('json'),
  maxwidth: z.coerce.number().int().positive().optional(),
  maxheight: z.coerce.number().int().positive().optional(),
})

export type OembedQuery = z.infer<typeof oembedQuerySchema>

/** The frame as it is meant to be: higher where it is so narrow that the text takes more lines. */
const frame = { width: 600, height: 340, narrow: 480, narrowHeight: 440 }

/** Seconds that a consumer may keep an answer. */
const cacheAge = 3_600

/** "/embed/reviews/her" */
export function embedPathOf(slug: string): string {
  return `/embed/reviews/${slug}`
}

/** The `slug` of a review's address on this site; null for any other address. */
export function reviewSlugOf(url: string, siteUrl: string): string | null {
  const asked = URL.parse(url)
  if (!asked || asked.host !== new URL(siteUrl).host) return null
  return /^\/reviews\/([a-z0-9-]+)\/?$/.exec(asked.pathname.toLowerCase())?.[1] ?? null
}

/** The fields of the answer, in order. The thumbnail is left out where it is larger than what was asked for. */
export function oembedOf(
  slug: string,
  content: CardContent,
  query: OembedQuery,
  { siteUrl, criticUrl }: { siteUrl: string; criticUrl: string | null },
): Record<string, string | number> {
  const width = Math.min(frame.width, query.maxwidth ?? Infinity)
  const height = Math.min(width < frame.narrow ? frame.narrowHeight : frame.height, query.maxheight ?? Infinity)
  const hasRoom =
    (query.maxwidth ?? Infinity) >= cardDrawing.width && (query.maxheight ?? Infinity) >= cardDrawing.height
  return {
    version: '1.0',
    type: 'rich',
    title: `${content.title}: ${content.sentence}`,
    author_name: content.critics,
    ...(criticUrl && { author_url: criticUrl }),
    provider_name: content.publication,
    provider_url: siteUrl,
    cache_age: cacheAge,
    ...(hasRoom && {
      thumbnail_url: siteUrl + cardPathOf(slug),
      thumbnail_width: cardDrawing.width,
      thumbnail_height: cardDrawing.height,
    }),
    html: `<iframe src="${siteUrl}${embedPathOf(slug)}" width="${width}" height="${height}" title="${escapeAttribute(cardAlt(content).toWellFormed())}" style="border:0;max-width:100%" loading="lazy"></iframe>`,
    width,
    height,
  }
}

/** The same as XML. */
export function oembedXml(fields: Record<string, string | number>): string {
  const lines = Object.entries(fields).map(
    ([name, value]) => `  <${name}>${escapeAttribute(String(value).toWellFormed())}</${name}>`,
  )
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>\n${lines.join('\n')}\n</oembed>\n`
}
