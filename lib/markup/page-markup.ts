import type { BreadcrumbListLeaf, CollectionPageLeaf, ItemListLeaf, ProfilePageLeaf } from 'schema-dts'
import type { Link, ReviewCard } from '#lib/reviews/reviews.ts'
import { zonedIso } from '#lib/settings/dates.ts'
import type { WorkKind } from '#lib/works/works.ts'
import { criticMarkup, type MarkupNode, publisherMarkup, type Site } from './graph.ts'
import { listed } from './makers.ts'
import { type MarkedWork, workId, workMarkup } from './work-markup.ts'

type Step = Pick<Link, 'name' | 'path'>

/** The page's place: the front page, what is between, and the page itself. Two or more steps. */
export function breadcrumbMarkup(siteUrl: string, steps: Step[]): BreadcrumbListLeaf {
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
export function publicationMarkup(site: Site): MarkupNode[] {
  const { siteUrl, settings } = site
  const publisher = publisherMarkup(site)
  return [
    {
      '@type': 'WebSite',
      '@id': `${siteUrl}/#site`,
      name: settings.name,
      // What engines may call the site where the name is not unique.
      alternateName: new URL(siteUrl).host,
      description: settings.description || settings.tagline || undefined,
      url: `${siteUrl}/`,
      inLanguage: settings.language,
      publisher: { '@id': `${siteUrl}/#publication` },
    },
    publisher,
  ]
}

/** A critic's page. */
export function profileMarkup(
  siteUrl: string,
  critic: { name: string; path: string; title: string; bio: string },
): ProfilePageLeaf {
  return {
    '@type': 'ProfilePage',
    '@id': siteUrl + critic.path,
    url: siteUrl + critic.path,
    mainEntity: {
      ...criticMarkup(critic, siteUrl),
      jobTitle: critic.title || undefined,
      description: critic.bio || undefined,
    },
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
    alternateName: listed(person.aliases),
    sameAs: listed(person.sameAs),
  }
}

/** Kinds whose node is refused by engines unless it has an offer, a place or an address: those stand only as what a review is of. */
const neverAlone: readonly WorkKind[] = ['app', 'product', 'exhibition', 'restaurant']

/** The page of a work: what it is, by the same names as elsewhere. Nothing for kinds that cannot stand alone. */
export function workPageMarkup(siteUrl: string, marked: MarkedWork): MarkupNode[] {
  const { work } = marked
  return neverAlone.includes(work.kind) ? [] : [workMarkup(marked, siteUrl, workId(work, siteUrl, ''))]
}

interface MarkedList {
  path: string
  title: string
  standfirst: string
  /** Null for a list that nobody signs, and for one that makes itself. */
  critic: Step | null
  publishedAt: string | null
  isRanked: boolean
  /** Over all pages. */
  count: number
  /** Of this page, with their places in the whole. */
  entries: { rank: number; review: Pick<ReviewCard, 'work' | 'path'> }[]
}

/** A list of works: their names and the reviews to read, in the order in which they stand. A list carries no ratings. */
export function listMarkup(site: Site, list: MarkedList): CollectionPageLeaf {
  const { siteUrl, settings } = site
  const url = siteUrl + list.path
  const items: ItemListLeaf = {
    '@type': 'ItemList',
    '@id': `${url}#list`,
    name: list.title,
    numberOfItems: list.count,
    itemListOrder: list.isRanked ? 'https://schema.org/ItemListOrderAscending' : 'https://schema.org/ItemListUnordered',
    itemListElement: list.entries.map(({ rank, review }) => ({
      '@type': 'ListItem',
      position: rank,
      name: review.work.title,
      url: siteUrl + review.path,
    })),
  }
  return {
    '@type': 'CollectionPage',
    '@id': url,
    url,
    name: list.title,
    description: list.standfirst || undefined,
    author: list.critic ? criticMarkup(list.critic, siteUrl) : undefined,
    datePublished: list.publishedAt === null ? undefined : zonedIso(list.publishedAt, settings.timeZone),
    inLanguage: settings.language,
    publisher: publisherMarkup(site),
    mainEntity: items,
  }
}
