import { element, type Markup, xmlDocument } from './elements.ts'
import type { Feed, FeedEntry } from './feed.ts'
import { judgementElements } from './judgement.ts'
import { feedLinks } from './links.ts'
import { mediaOf } from './rss.ts'

/** The feed as Atom (RFC 4287), with pages as in RFC 5005 and pictures in Media RSS beside the link to the enclosure. */
export function atomOf(feed: Feed): string {
  const { id, title, description, pageUrl, language, updatedAt, publication, entries } = feed
  return xmlDocument(
    element(
      'feed',
      {
        xmlns: 'http://www.w3.org/2005/Atom',
        'xmlns:media': 'http://search.yahoo.com/mrss/',
        'xmlns:oof': feed.namespace,
        'xml:lang': language,
      },
      element('id', {}, id),
      element('title', {}, title),
      element('subtitle', {}, description),
      element('updated', {}, updatedAt),
      // Whoever wrote no entry of an empty feed.
      element('author', {}, element('name', {}, publication.name), element('uri', {}, publication.url)),
      element('link', { rel: 'alternate', type: 'text/html', href: pageUrl }),
      feedLinks(feed, 'atom').map(({ rel, href, type }) => element('link', { rel, type, href })),
      element('icon', {}, publication.iconUrl),
      entries.map(entry => entryOf(entry, feed)),
    ),
  )
}

function entryOf(entry: FeedEntry, feed: Feed): Markup {
  const { id, url, title, summary, content, publishedAt, updatedAt, language, authors, categories, picture } = entry
  const { judgement } = entry
  return element(
    'entry',
    { 'xml:lang': language === feed.language ? null : language },
    element('id', {}, id),
    element('title', {}, title),
    element('published', {}, publishedAt),
    element('updated', {}, updatedAt),
    authors.map(author => element('author', {}, element('name', {}, author.name), element('uri', {}, author.url))),
    element('link', { rel: 'alternate', type: 'text/html', hreflang: language, href: url }),
    judgement?.work.url &&
      element('link', { rel: 'related', type: 'text/html', href: judgement.work.url, title: judgement.work.title }),
    picture && element('link', { rel: 'enclosure', type: picture.type, length: picture.length, href: picture.url }),
    categories.map(({ term, label, scheme }) => element('category', { term, scheme, label })),
    element('summary', {}, summary),
    element('content', { type: 'html' }, content.text),
    picture && mediaOf(picture),
    judgement && judgementElements(judgement),
  )
}
