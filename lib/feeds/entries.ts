import { addressFolders } from '#lib/addresses/addresses.ts'
import { directionOf } from '#lib/languages/languages.ts'
import { worksText } from '#lib/lists/lists.ts'
import type { ListPage } from '#lib/lists/published.ts'
import type { Link } from '#lib/reviews/reviews.ts'
import { zonedIso } from '#lib/settings/dates.ts'
import type { PublicationSettings } from '#lib/settings/settings.ts'
import { kindName } from '#lib/works/works.ts'
import { element, line, type Markup, together } from './elements.ts'
import type { FeedCategory, FeedEntry, FeedReview } from './feed.ts'
import { judgementText } from './judgement.ts'
import { reviewHtml } from './review-html.ts'

interface Site {
  siteUrl: string
  settings: PublicationSettings
}

/** A review as an entry. A correction changes it as an edit does. */
export function reviewEntry(review: FeedReview, site: Site): FeedEntry {
  const { siteUrl, settings } = site
  const { work, critics, section, topics, rating, score, verdict, kind } = review
  const changes = [review.modifiedAt, ...review.corrections.map(({ at }) => at)].sort()
  return {
    id: `urn:uuid:${review.id}`,
    url: siteUrl + review.path,
    title: line(review.title),
    summary: line(summaryOf(review, settings.language)),
    content: inOwnLanguage(contentOf(review, site), review.language, settings.language),
    publishedAt: zonedIso(review.publishedAt, settings.timeZone),
    updatedAt: zonedIso(changes.at(-1) ?? review.publishedAt, settings.timeZone),
    language: review.language,
    authors: critics.map(critic => ({ name: line(critic.name), url: siteUrl + critic.path })),
    categories: [
      category(section, 'section', siteUrl),
      { term: work.kind, label: kindName(work.kind), scheme: `${siteUrl}/reviews` },
      ...topics.map(topic => category(topic, 'topic', siteUrl)),
    ],
    picture: review.still,
    judgement: {
      ...{ rating, score, kind, verdict: line(verdict), sentence: judgementText(review, settings.language) },
      work: { ...work, title: line(work.title), url: work.path && siteUrl + work.path },
    },
  }
}

/** A list as the first entry of its feed: what is in it and why, so that a change of the list is seen. */
export function listEntry(list: ListPage, { siteUrl, settings }: Site): FeedEntry {
  const author = list.critic
    ? { name: line(list.critic.name), url: siteUrl + list.critic.path }
    : { name: line(settings.name), url: `${siteUrl}/` }
  return {
    id: `urn:uuid:${list.id}`,
    url: siteUrl + list.path,
    title: line(list.title),
    summary: line(list.standfirst || `${worksText(list.count)}, with a reason for each.`),
    content: listHtml(list, siteUrl, settings.language),
    publishedAt: zonedIso(list.publishedAt, settings.timeZone),
    updatedAt: zonedIso(list.modifiedAt, settings.timeZone),
    language: settings.language,
    authors: [author],
    categories: list.topic ? [category(list.topic, 'topic', siteUrl)] : [],
    picture: null,
    judgement: null,
  }
}

/** All of it, or what it is and the way there: as the house has chosen. */
function contentOf(review: FeedReview, site: Site): Markup {
  if (site.settings.feedText === 'whole') return reviewHtml(review, site)
  return together(
    element('p', {}, summaryOf(review, site.settings.language)),
    element('p', {}, element('a', { href: site.siteUrl + review.path }, 'Read the review')),
  )
}

/** What is reviewed, how it stands, and what the review is about, in plain text. */
function summaryOf(review: FeedReview, language: string): string {
  const { work, standfirst, verdict, plainText } = review
  const name = work.year ? `${work.title} (${work.year})` : work.title
  return `${name}: ${judgementText(review, language)}. ${standfirst || verdict || beginning(plainText)}`
}

function beginning(text: string): string {
  const [start = ''] = /^.{0,200}(?=\s|$)/su.exec(text) ?? []
  return start.length < text.length ? `${start}…` : start
}

function category({ name, path }: Link, noun: 'section' | 'topic', siteUrl: string): FeedCategory {
  const folder = addressFolders[noun]
  return { term: path.slice(folder.length + 1), label: line(name), scheme: siteUrl + folder }
}

/** Feed readers do not hand the language of an entry on to what shows it, so the text says it itself where it is not the feed's. */
function inOwnLanguage(content: Markup, language: string, feedLanguage: string): Markup {
  const dir = directionOf(language)
  if (language === feedLanguage && dir === 'ltr') return content
  return element('div', { lang: language, dir }, content)
}

function listHtml(list: ListPage, siteUrl: string, language: string): Markup {
  const items = list.entries.map(({ note, review }) => {
    const { work } = review
    const name = [element('cite', {}, work.title), work.year ? ` (${work.year})` : '']
    return element(
      'li',
      {},
      element('a', { href: siteUrl + review.path }, name),
      `: ${judgementText(review, language)}.`,
      note !== '' && ` ${note}`,
    )
  })
  return together(
    list.standfirst !== '' && element('p', {}, list.standfirst),
    element(list.isRanked ? 'ol' : 'ul', {}, items),
    list.count > list.entries.length &&
      element('p', {}, element('a', { href: siteUrl + list.path }, `All ${worksText(list.count)}`)),
  )
}
