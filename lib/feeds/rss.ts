import { element, type Markup, xmlDocument } from './elements.ts'
import type { Feed, FeedEntry } from './feed.ts'
import { judgementElements } from './judgement.ts'
import { type FeedLink, feedLinks } from './links.ts'

/**
 * The feed as RSS 2.0 (https://www.rssboard.org/rss-specification), with the full text in content:encoded, several authors in
 * dc:creator, the date of the last change in atom:updated, and its addresses in atom:link (https://www.rssboard.org/rss-profile).
 */
export function rssOf(feed: Feed): string {
  const { title, description, pageUrl, language, updatedAt, publication, entries } = feed
  const channel = element(
    'channel',
    {},
    element('title', {}, title),
    element('link', {}, pageUrl),
    element('description', {}, description),
    feedLinks(feed, 'xml').map(atomLink),
    element('language', {}, language.toLowerCase()),
    element('lastBuildDate', {}, httpDate(updatedAt)),
    element('ttl', {}, '60'),
    element('sy:updatePeriod', {}, 'hourly'),
    element('sy:updateFrequency', {}, '1'),
    element(
      'image',
      {},
      element('url', {}, publication.iconUrl),
      // As the profile wants it, the same as the channel's.
      element('title', {}, title),
      element('link', {}, pageUrl),
    ),
    entries.map(entry => item(entry, feed)),
  )
  return xmlDocument(element('rss', namespaces(feed), channel))
}

function namespaces({ namespace }: Feed) {
  return {
    version: '2.0',
    'xmlns:atom': 'http://www.w3.org/2005/Atom',
    'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xmlns:media': 'http://search.yahoo.com/mrss/',
    'xmlns:sy': 'http://purl.org/rss/1.0/modules/syndication/',
    'xmlns:oof': namespace,
  }
}

function atomLink({ rel, href, type }: FeedLink): Markup {
  return element('atom:link', { rel, href, type })
}

function item(entry: FeedEntry, feed: Feed): Markup {
  const { id, url, title, summary, content, publishedAt, updatedAt, language, authors, categories, picture } = entry
  const isForeign = language !== feed.language
  return element(
    'item',
    { 'xml:lang': isForeign ? language : null },
    element('title', {}, title),
    element('link', {}, url),
    element('guid', { isPermaLink: 'false' }, id),
    element('pubDate', {}, httpDate(publishedAt)),
    element('atom:updated', {}, updatedAt),
    authors.map(author => element('dc:creator', {}, author.name)),
    isForeign && element('dc:language', {}, language),
    categories.map(({ label, scheme }) => element('category', { domain: scheme }, label)),
    element('description', {}, summary),
    element('content:encoded', {}, content.text),
    picture && element('enclosure', { url: picture.url, length: picture.length, type: picture.type }),
    picture && mediaOf(picture),
    entry.judgement && judgementElements(entry.judgement),
  )
}

/** https://www.rssboard.org/media-rss */
export function mediaOf({ url, type, length, width, height, alt, credit }: NonNullable<FeedEntry['picture']>): Markup {
  return element(
    'media:content',
    { url, type, fileSize: length, medium: 'image', width, height },
    alt !== '' && element('media:description', { type: 'plain' }, alt),
    credit !== '' && element('media:credit', {}, credit),
  )
}

/** RFC 822 with four digits for the year, which is how HTTP writes dates. */
function httpDate(iso: string): string {
  return new Date(iso).toUTCString()
}
