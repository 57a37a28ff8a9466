import type { Feed, FeedEntry } from './feed.ts'
import { judgementData } from './judgement.ts'
import { feedLinks } from './links.ts'

/** The feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), with the rating of each review in `_out_of_five`. */
export function jsonFeedOf(feed: Feed): string {
  const { title, description, pageUrl, language, publication, hub, namespace, entries } = feed
  const links = feedLinks(feed, 'json')
  const next = links.find(({ rel }) => rel === 'next')?.href
  return `${JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title,
      home_page_url: pageUrl,
      feed_url: links.find(({ rel }) => rel === 'self')?.href,
      ...(description !== '' && { description }),
      ...(next && { next_url: next }),
      icon: publication.iconUrl,
      favicon: publication.iconUrl,
      authors: [{ name: publication.name, url: publication.url }],
      language,
      ...(hub !== '' && { hubs: [{ type: 'WebSub', url: hub }] }),
      items: entries.map(entry => itemOf(entry, namespace)),
    },
    null,
    1,
  )}\n`
}

function itemOf(entry: FeedEntry, about: string) {
  const { id, url, title, summary, content, publishedAt, updatedAt, language, authors, categories, picture } = entry
  return {
    id,
    url,
    title,
    content_html: content.text,
    summary,
    ...(picture && { image: picture.url }),
    date_published: publishedAt,
    date_modified: updatedAt,
    authors,
    tags: [...new Set(categories.map(({ label }) => label))],
    language,
    ...(entry.judgement && { _out_of_five: judgementData(entry.judgement, about) }),
  }
}
