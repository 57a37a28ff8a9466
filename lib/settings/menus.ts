// The menus of readers' pages. Pure.

// A type, since only those can be stored as JSON.
export type MenuEntry = {
  label: string
  /** A path of ours, "/lists", or a whole address elsewhere. */
  address: string
}

/** Pages of readers that are there whatever is published, as menus name them. */
export const ownPages: readonly MenuEntry[] = [
  { address: '/reviews', label: 'All reviews' },
  { address: '/archive', label: 'Archive by year' },
  { address: '/top', label: 'Top rated' },
  { address: '/lists', label: 'Lists' },
  { address: '/works', label: 'Works A–Z' },
  { address: '/people', label: 'People A–Z' },
  { address: '/series', label: 'Series' },
  { address: '/topics', label: 'Topics' },
  { address: '/critics', label: 'Critics' },
  { address: '/about', label: 'About' },
  { address: '/scoring', label: 'How we score' },
  { address: '/corrections', label: 'Corrections' },
  { address: '/feeds', label: 'Feeds' },
  { address: '/developers', label: 'For developers' },
  { address: '/search', label: 'Search' },
]

/** The header's menu while the house has made none: its sections, the lists, everything, and the search. */
export function usualHeader(sections: readonly { name: string; path: string }[]): MenuEntry[] {
  return [
    ...sections.map(({ name, path }) => ({ label: name, address: path })),
    { label: 'Lists', address: '/lists' },
    { label: 'All reviews', address: '/reviews' },
    { label: 'Search', address: '/search' },
  ]
}

/** The footer's menu while the house has made none: every page of its own, with the texts that it has written. */
export function usualFooter({ hasFeeds, texts }: { hasFeeds: boolean; texts: readonly MenuEntry[] }): MenuEntry[] {
  return [...ownPages.filter(({ address }) => hasFeeds || address !== '/feeds'), ...texts]
}
