import type { LibraryFilter, LibraryPlace } from './library.ts'
import { type LibrarySearch, librarySearchSchema } from './library-schema.ts'

// What the address of the library says.

const everything: LibrarySearch = { q: '', filter: null, place: null, after: null }

/** What an address narrows the library to; what cannot be understood is left out. */
export function readLibraryFilter(query: Record<string, string | string[] | undefined>): LibrarySearch {
  const one = (name: string) => (typeof query[name] === 'string' && query[name] !== '' ? query[name] : null)
  const read = { q: one('q') ?? '', filter: one('filter'), place: one('place'), after: one('after') }
  return librarySearchSchema.parse({ ...read, q: read.q.trim() })
}

/** "/desk/media?filter=unused". Changing what is looked for begins at the newest again. */
export function libraryPath(search: Partial<LibrarySearch>, patch: Partial<LibrarySearch> = {}): string {
  return `/desk/media${libraryQuery({ ...search, after: null, ...patch })}`
}

/** "?q=her&place=work", or nothing. */
export function libraryQuery(search: Partial<LibrarySearch>): string {
  const said = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...everything, ...search })) if (value) said.set(name, value)
  return said.size > 0 ? `?${said}` : ''
}

export function isNarrowed({ q, filter, place }: Partial<LibrarySearch>): boolean {
  return Boolean(q || filter || place)
}

/** "No description" */
export function filterName(filter: LibraryFilter): string {
  return {
    unused: 'Unused',
    'no-alt': 'No description',
    'no-credit': 'No credit',
    failed: 'Failed',
    processing: 'Being made',
    mine: 'Mine',
  }[filter]
}

/** "At the head of a review" */
export function placeName(place: LibraryPlace): string {
  return {
    head: 'At the head of a review',
    text: 'In a text',
    work: 'Of a work',
    glyph: 'Of a glyph',
    house: 'Of the house',
  }[place]
}
