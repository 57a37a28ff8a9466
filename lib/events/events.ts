/**
 * What a page depends on, and what an event says has changed: the same words on both sides. A page is dropped from the cache
 * when any of its tags is in an event.
 *
 * `review:<id>` stands on every page that shows anything of that review, a card included; the others stand for membership:
 * which reviews are on the home page, in a section, of a year.
 */
export type CacheTag =
  | 'home'
  | 'reviews'
  | 'archive'
  | 'critics'
  | 'lists'
  | 'top'
  | 'scoring'
  /** Not of an event: the page may be framed by anybody. */
  | 'embed'
  /** Not of an event: what is at this address never changes. */
  | 'versioned'
  /** What only a change of the settings changes, which drops everything. */
  | 'house'
  | 'corrections'
  | 'works'
  | 'people'
  | 'series'
  | 'topics'
  | 'index-now'
  | `${'review' | 'work' | 'person' | 'critic' | 'section' | 'topic' | 'list' | 'series'}:${string}`
  | `year:${number}`

/** Where the page cache of this process can be reached from the desk's code, which Next bundles apart from the server's. */
export const pageCacheKey = Symbol.for('out-of-five.page-cache')
