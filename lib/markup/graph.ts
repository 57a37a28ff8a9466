import type { Graph, OrganizationLeaf, PersonLeaf } from 'schema-dts'
import type { Link } from '#lib/reviews/reviews.ts'
import type { PublicationSettings } from '#lib/settings/settings.ts'

/** A node of schema.org's vocabulary: what it says is checked when it is compiled. */
export type MarkupNode = Exclude<Graph['@graph'][number], string>

/** Whose pages are marked up, and where they are: `siteUrl` is without a slash at its end. */
export interface Site {
  siteUrl: string
  settings: PublicationSettings
}

/** The text of a page's one JSON-LD script. `<` is escaped, so that no title can end the script. */
export function markupJson(graph: readonly MarkupNode[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll('<', '\\u003c')
}

/** Who publishes: the same node on every page. */
export function publisherMarkup({ siteUrl, settings }: Site): OrganizationLeaf {
  return {
    '@type': 'Organization',
    '@id': `${siteUrl}/#publication`,
    name: settings.name,
    url: `${siteUrl}/`,
    logo: `${siteUrl}/icon.png`,
  }
}

/** Whose words they are: one node for each name in the byline, the same as on the critic's own page. */
export function criticMarkup({ name, path }: Pick<Link, 'name' | 'path'>, siteUrl: string): PersonLeaf {
  return { '@type': 'Person', '@id': `${siteUrl}${path}#person`, name, url: siteUrl + path }
}
