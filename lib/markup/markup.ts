import { cardPath } from '#lib/media/pictures.ts'
import { ratingForMarkup } from '#lib/ratings/ratings.ts'
import type { ReviewArticle } from '#lib/reviews/reviews.ts'
import { zonedIso } from '#lib/settings/dates.ts'
import type { PublicationSettings } from '#lib/settings/settings.ts'
import type { CreditLine, WorkKind, WorkRef } from '#lib/works/works.ts'

// What search engines are told, made of the same values that the page shows.
// https://developers.google.com/search/docs/appearance/structured-data/review-snippet

/** A node of schema.org; values are JSON. */
export type MarkupNode = { '@type': string; [property: string]: unknown }

/** The schema.org type of a kind of work; null where a rating by an editor may not be marked up, or there is no eligible type. */
const types: Record<WorkKind, string | null> = {
  film: 'Movie',
  series: 'TVSeries',
  season: 'TVSeason',
  episode: 'TVEpisode',
  album: 'MusicAlbum',
  track: 'MusicRecording',
  book: 'Book',
  game: 'VideoGame',
  podcast: 'PodcastSeries',
  play: null,
  exhibition: 'ExhibitionEvent',
  app: 'SoftwareApplication',
  product: 'Product',
  restaurant: null,
}

const fallbackTypes: Record<'play' | 'restaurant', string> = { play: 'Play', restaurant: 'Restaurant' }

interface Site {
  siteUrl: string
  settings: PublicationSettings
}

/** Article and, when the work's kind is eligible and the review is scored, Review with its rating; one graph. */
export function reviewMarkup(review: ReviewArticle, { siteUrl, settings }: Site): MarkupNode[] {
  const url = siteUrl + review.path
  const authors = review.critics.map(critic => ({ '@type': 'Person', name: critic.name, url: siteUrl + critic.path }))
  const dates = {
    datePublished: zonedIso(review.publishedAt, settings.timeZone),
    dateModified: zonedIso(review.modifiedAt, settings.timeZone),
  }
  const article: MarkupNode = {
    '@type': 'Article',
    '@id': `${url}#article`,
    headline: review.title,
    ...dates,
    author: authors,
    publisher: { '@type': 'Organization', '@id': `${siteUrl}/#publication`, name: settings.name, url: siteUrl },
    mainEntityOfPage: url,
    ...(review.picture && { image: [siteUrl + cardPath(review.picture)] }),
    about: workMarkup(review, siteUrl),
    ...(review.corrections.length > 0 && {
      correction: review.corrections.map(({ at, text }) => ({
        '@type': 'CorrectionComment',
        text,
        datePublished: zonedIso(at, settings.timeZone),
      })),
    }),
  }
  if (!review.rating || !types[review.work.kind]) return [article]
  const rating: MarkupNode = {
    '@type': 'Review',
    '@id': `${url}#review`,
    url,
    name: review.title,
    author: authors,
    ...dates,
    reviewBody: review.verdict,
    itemReviewed: workMarkup(review, siteUrl),
    reviewRating: { '@type': 'Rating', ...ratingForMarkup(review.rating) },
  }
  return [article, rating]
}

/** The page's place: two or more steps from the front page. */
export function breadcrumbMarkup(siteUrl: string, steps: { name: string; path: string }[]): MarkupNode {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map((step, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: step.name,
      item: siteUrl + step.path,
    })),
  }
}

/** The publication itself, for the front page. */
export function publicationMarkup({ siteUrl, settings }: Site): MarkupNode[] {
  return [
    {
      '@type': 'WebSite',
      '@id': `${siteUrl}/#site`,
      name: settings.name,
      alternateName: settings.tagline,
      url: `${siteUrl}/`,
      inLanguage: settings.language,
    },
    {
      '@type': 'Organization',
      '@id': `${siteUrl}/#publication`,
      name: settings.name,
      url: `${siteUrl}/`,
      logo: `${siteUrl}/icon.png`,
    },
  ]
}

/** A critic's page. */
export function profileMarkup(
  siteUrl: string,
  critic: { name: string; path: string; title: string; bio: string },
): MarkupNode {
  const url = siteUrl + critic.path
  return {
    '@type': 'ProfilePage',
    '@id': url,
    mainEntity: {
      '@type': 'Person',
      '@id': `${url}#person`,
      name: critic.name,
      url,
      jobTitle: critic.title || undefined,
      description: critic.bio || undefined,
    },
  }
}

/** Kinds whose node is refused by search engines unless it has an offer or a place: those stand only as what a review is of. */
const neverAlone: readonly WorkKind[] = ['app', 'product', 'exhibition']

/** The page of a work: what it is, by the same names as elsewhere. Nothing for kinds that cannot stand alone. */
export function workPageMarkup(siteUrl: string, work: MarkedWork): MarkupNode[] {
  return neverAlone.includes(work.work.kind) ? [] : [workMarkup(work, siteUrl)]
}

interface MarkedWork {
  work: WorkRef
  credits: CreditLine[]
  sameAs: string[]
}

function workMarkup({ work, credits, sameAs }: MarkedWork, siteUrl: string): MarkupNode {
  const { kind } = work
  const type = types[kind] ?? (kind === 'play' || kind === 'restaurant' ? fallbackTypes[kind] : 'CreativeWork')
  const directors = credits.filter(line => line.role === 'director').flatMap(line => line.people)
  const authors = credits.filter(line => line.role === 'author').flatMap(line => line.people)
  const performers = credits.filter(line => line.role === 'performer').flatMap(line => line.people)
  const isbns = sameAs.flatMap(url => (url.startsWith('urn:isbn:') ? url.slice('urn:isbn:'.length) : []))
  const people = (list: { name: string }[]) => list.map(({ name }) => ({ '@type': 'Person', name }))
  return {
    '@type': type,
    name: work.title,
    ...(work.path && { url: siteUrl + work.path }),
    ...(sameAs.length > 0 && { sameAs }),
    ...(type === 'Book' && isbns.length > 0 && { isbn: isbns.length === 1 ? isbns[0] : isbns }),
    ...(work.year && type !== 'ExhibitionEvent' && { datePublished: String(work.year) }),
    ...(directors.length > 0 &&
      ['Movie', 'TVSeries', 'TVSeason', 'TVEpisode'].includes(type) && { director: people(directors) }),
    ...(authors.length > 0 && type === 'Book' && { author: people(authors) }),
    ...(performers.length > 0 &&
      type === 'MusicAlbum' && { byArtist: performers.map(({ name }) => ({ '@type': 'MusicGroup', name })) }),
  }
}

/** Somebody whose work was reviewed here: the names that they are known by, and where else they are described. */
export function personMarkup(
  siteUrl: string,
  person: { kind: 'person' | 'group'; name: string; aliases: string[]; path: string; sameAs: string[] },
): MarkupNode {
  const url = siteUrl + person.path
  return {
    '@type': person.kind === 'group' ? 'Organization' : 'Person',
    '@id': `${url}#${person.kind}`,
    name: person.name,
    url,
    ...(person.aliases.length > 0 && { alternateName: person.aliases }),
    ...(person.sameAs.length > 0 && { sameAs: person.sameAs }),
  }
}
