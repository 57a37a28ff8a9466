'use client'
import { useCallback, useEffect, useState } from 'react'
import { z } from 'zod'
import type { LibraryPage, LibraryPicture } from '#lib/media/library.ts'
import { libraryQuery } from '#lib/media/library-filter.ts'
import type { LibrarySearch } from '#lib/media/library-schema.ts'
import { libraryPictureSchema } from '#lib/media/media-schema.ts'

const pageSchema: z.ZodType<LibraryPage> = z.object({
  pictures: z.array(libraryPictureSchema),
  next: z.string().nullable(),
})

export type ShelfSearch = Pick<LibrarySearch, 'q' | 'filter' | 'place'>

export interface LibraryShelf {
  pictures: LibraryPicture[]
  state: 'fetching' | 'there' | 'failed'
  /** There are more that fit. */
  hasMore: boolean
  /** Fetches what comes after, or what could not be fetched. */
  fetchMore: () => void
  /** Puts a picture first that has just come. */
  put: (picture: LibraryPicture) => void
}

/** The library in a dialog: what fits, a page at a time. What is typed is asked for once the hand rests. */
export function useLibrary(search: ShelfSearch): LibraryShelf {
  const query = libraryQuery(search)
  const [asked, setAsked] = useState({ query, after: null as string | null, turn: 0 })
  const [shelf, setShelf] = useState<{ pictures: LibraryPicture[]; next: string | null; state: LibraryShelf['state'] }>(
    () => ({ pictures: [], next: null, state: 'fetching' }),
  )
  useEffect(() => {
    if (query === asked.query) return
    const rest = setTimeout(() => setAsked(({ turn }) => ({ query, after: null, turn: turn + 1 })), 250)
    return () => clearTimeout(rest)
  }, [query, asked.query])
  useEffect(() => {
    const { query: wanted, after } = asked
    const stop = new AbortController()
    setShelf(before => ({ ...before, state: 'fetching' }))
    fetchPage(wanted, after, stop.signal).then(
      page =>
        setShelf(before => ({
          ...{ next: page.next, state: 'there' },
          pictures: after === null ? page.pictures : withoutTwins([...before.pictures, ...page.pictures]),
        })),
      () => !stop.signal.aborted && setShelf(before => ({ ...before, state: 'failed' })),
    )
    return () => stop.abort()
  }, [asked])
  const { pictures, next, state } = shelf
  return {
    ...{ pictures, state, hasMore: next !== null },
    fetchMore: () =>
      setAsked(({ query: same, after, turn }) => ({
        query: same,
        after: state === 'failed' ? after : next,
        turn: turn + 1,
      })),
    put: useCallback(
      (picture: LibraryPicture) =>
        setShelf(before => ({ ...before, pictures: withoutTwins([picture, ...before.pictures]) })),
      [],
    ),
  }
}

async function fetchPage(query: string, after: string | null, signal: AbortSignal): Promise<LibraryPage> {
  const search = new URLSearchParams(query)
  if (after) search.set('after', after)
  const response = await fetch(`/api/desk/media?${search}`, { signal })
  if (!response.ok) throw new Error(`The server answered ${response.status}`)
  return pageSchema.parse(await response.json())
}

function withoutTwins(pictures: LibraryPicture[]): LibraryPicture[] {
  return [...new Map(pictures.map(picture => [picture.id, picture])).values()]
}
