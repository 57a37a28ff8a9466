import type {
  BookLeaf,
  ExhibitionEventLeaf,
  MovieLeaf,
  MusicAlbumLeaf,
  MusicRecordingLeaf,
  PlayLeaf,
  PodcastEpisodeLeaf,
  PodcastSeriesLeaf,
  ProductLeaf,
  RestaurantLeaf,
  SoftwareApplicationLeaf,
  TVEpisodeLeaf,
  TVSeasonLeaf,
  TVSeriesLeaf,
  VideoGameLeaf,
} from 'schema-dts'
import type { CreditLine, WorkKind, WorkRef } from '#lib/works/works.ts'
import { listed, Makers } from './makers.ts'

// What was reviewed, as schema.org has a word for it: each kind's own type, with the credits that the type has a property for.
// Whatever else somebody did is a contribution.

export type WorkMarkup =
  | MovieLeaf
  | TVSeriesLeaf
  | TVSeasonLeaf
  | TVEpisodeLeaf
  | PodcastEpisodeLeaf
  | MusicAlbumLeaf
  | MusicRecordingLeaf
  | BookLeaf
  | VideoGameLeaf
  | PodcastSeriesLeaf
  | PlayLeaf
  | ExhibitionEventLeaf
  | SoftwareApplicationLeaf
  | ProductLeaf
  | RestaurantLeaf

export interface MarkedWork {
  work: WorkRef
  credits: CreditLine[]
  /** Addresses that name it elsewhere; an ISBN is one of the kind `urn:isbn:`. */
  sameAs: string[]
}

/**
 * Kinds whose rating by an editor may not be marked up: an engine shows none of a play, and takes that of a business for self-serving.
 * https://developers.google.com/search/docs/appearance/structured-data/review-snippet
 */
const unrated: readonly WorkKind[] = ['play', 'restaurant']

/** Whether a rating of a work of this kind may be marked up. */
export function isRatedInMarkup(kind: WorkKind): boolean {
  return !unrated.includes(kind)
}

/** The name of the node, by which every page means the same work: `home` is the page that speaks of it where it has none of its own. */
export function workId({ path }: WorkRef, siteUrl: string, home: string): string {
  return `${siteUrl}${path ?? home}#work`
}

/** A work by its own type, with who made it and where else it is described. `id` is of the node. */
export function workMarkup({ work, credits, sameAs }: MarkedWork, siteUrl: string, id: string): WorkMarkup {
  const isbns = sameAs.flatMap(url => (url.startsWith('urn:isbn:') ? url.slice('urn:isbn:'.length) : []))
  const addresses = sameAs.filter(url => url.startsWith('http'))
  const thing = {
    '@id': id,
    name: work.title,
    url: work.path ? siteUrl + work.path : undefined,
    sameAs: listed(addresses),
  }
  const made = { ...thing, datePublished: work.year === null ? undefined : isoYear(work.year) }
  const by = new Makers(credits, siteUrl)
  switch (work.kind) {
    case 'film':
      return {
        '@type': 'Movie',
        ...made,
        director: by.people('director'),
        author: by.all('writer', 'author'),
        creator: by.all('creator'),
        actor: by.cast(),
        producer: by.all('producer'),
        musicBy: by.players('composer'),
        editor: by.people('editor'),
        publisher: by.all('publisher'),
        contributor: by.rest(),
      }
    case 'series':
      return {
        '@type': 'TVSeries',
        ...made,
        creator: by.all('creator'),
        director: by.people('director'),
        author: by.all('writer', 'author'),
        actor: by.cast(),
        producer: by.all('producer'),
        musicBy: by.players('composer'),
        publisher: by.all('publisher'),
        contributor: by.rest(),
      }
    case 'season':
      return {
        '@type': 'TVSeason',
        ...made,
        partOfSeries: partOf(work, 'series', name => ({ '@type': 'TVSeries', name })),
        creator: by.all('creator'),
        director: by.people('director'),
        author: by.all('writer', 'author'),
        actor: by.cast(),
        producer: by.all('producer'),
        publisher: by.all('publisher'),
        contributor: by.rest(),
      }
    case 'episode':
      return {
        ...(work.partOf?.kind === 'podcast'
          ? {
              '@type': 'PodcastEpisode',
              partOfSeries: { '@type': 'PodcastSeries', name: work.partOf.title },
            }
          : {
              '@type': 'TVEpisode',
              partOfSeason: partOf(work, 'season', name => ({ '@type': 'TVSeason', name })),
              partOfSeries: partOf(work, 'series', name => ({ '@type': 'TVSeries', name })),
            }),
        ...made,
        director: by.people('director'),
        author: by.all('writer', 'author', 'host'),
        creator: by.all('creator'),
        actor: by.cast(),
        producer: by.all('producer'),
        musicBy: by.players('composer'),
        contributor: by.rest(),
      }
    case 'album':
      return {
        '@type': 'MusicAlbum',
        ...made,
        byArtist: by.players('performer'),
        author: by.all('composer', 'writer', 'author'),
        producer: by.all('producer'),
        publisher: by.all('publisher'),
        contributor: by.rest(),
      }
    case 'track':
      return {
        '@type': 'MusicRecording',
        ...made,
        byArtist: by.players('performer'),
        inAlbum: partOf(work, 'album', name => ({ '@type': 'MusicAlbum', name })),
        author: by.all('composer', 'writer', 'author'),
        producer: by.all('producer'),
        publisher: by.all('publisher'),
        contributor: by.rest(),
      }
    case 'book':
      return {
        '@type': 'Book',
        ...made,
        isbn: isbns.length > 1 ? isbns : isbns[0],
        author: by.all('author', 'writer', 'playwright'),
        illustrator: by.people('illustrator'),
        editor: by.people('editor'),
        publisher: by.all('publisher'),
        contributor: by.rest(),
      }
    case 'game':
      return {
        '@type': 'VideoGame',
        ...made,
        director: by.people('director'),
        creator: by.all('developer', 'designer', 'creator'),
        author: by.all('writer', 'author'),
        actor: by.cast(),
        musicBy: by.players('composer'),
        producer: by.all('producer'),
        publisher: by.all('publisher'),
        contributor: by.rest(),
      }
    case 'podcast':
      return {
        '@type': 'PodcastSeries',
        ...made,
        author: by.all('host', 'author', 'writer'),
        creator: by.all('creator'),
        actor: by.cast(),
        producer: by.all('producer'),
        publisher: by.all('publisher'),
        contributor: by.rest(),
      }
    case 'play':
      return { '@type': 'Play', ...made, author: by.all('playwright', 'author', 'writer'), contributor: by.rest() }
    case 'app':
      return {
        '@type': 'SoftwareApplication',
        ...made,
        creator: by.all('developer', 'designer', 'creator'),
        publisher: by.all('publisher'),
        contributor: by.rest(),
      }
    // What has no publication date, and is not created: only what the type has a word for is said.
    case 'exhibition':
      return { '@type': 'ExhibitionEvent', ...thing, organizer: by.all('curator', 'producer'), contributor: by.rest() }
    case 'product':
      return { '@type': 'Product', ...thing, manufacturer: by.groups('developer', 'publisher') }
    case 'restaurant':
      return { '@type': 'Restaurant', ...thing }
  }
}

/** ISO 8601: "2013". */
function isoYear(year: number): string {
  return String(year).padStart(4, '0')
}

function partOf<Whole>({ partOf }: WorkRef, kind: WorkKind, make: (name: string) => Whole): Whole | undefined {
  return partOf?.kind === kind ? make(partOf.title) : undefined
}
