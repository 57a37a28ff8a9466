import type { Metadata } from 'next'
import Link from 'next/link'
import { LibraryGrid } from '#components/desk/media/library-grid.tsx'
import { PageHead } from '#components/desk/page-head.tsx'
import { StateLinks } from '#components/desk/state-links.tsx'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { countLibrary, listLibrary } from '#lib/media/desk-queries-library.ts'
import { type LibraryCounts, type LibraryPage, libraryFilters } from '#lib/media/library.ts'
import { filterName, isNarrowed, libraryPath, readLibraryFilter } from '#lib/media/library-filter.ts'
import type { LibrarySearch } from '#lib/media/library-schema.ts'
import { LibraryForm } from './_components/library-form.tsx'
import { LibraryUploads } from './_components/library-uploads.tsx'
import { NoPictures } from './_components/no-pictures.tsx'
import styles from './media.module.css'

export const metadata: Metadata = { title: 'Pictures' }

/** Every picture of the house, newest first. The address says what it is narrowed to. */
export default async function LibraryPageRoute({ searchParams }: PageProps<'/desk/media'>) {
  const editor = await requireEditor()
  const search = readLibraryFilter(await searchParams)
  const [page, counts] = await Promise.all([listLibrary(editor, search), countLibrary(editor)])
  return (
    <>
      <PageHead title="Pictures" actions={<Link href="/desk/media/alike">Look-alikes</Link>}>
        {countText(page, counts, search)}
      </PageHead>
      <LibraryUploads owner={editor.id} />
      <StateLinks
        label="Pictures by what they lack"
        links={[null, ...libraryFilters].map(filter => ({
          name: filter === null ? 'All' : filterName(filter),
          href: libraryPath(search, { filter }),
          isHere: filter === search.filter,
          count: counts[filter ?? 'all'],
        }))}
      />
      <LibraryForm search={search} />
      {page.pictures.length > 0 ? <LibraryGrid pictures={page.pictures} /> : <NoPictures search={search} />}
      {(search.after || page.next) && (
        <nav className={styles.pages} aria-label="Pages of pictures">
          {search.after && <Link href={libraryPath(search)}>To the newest</Link>}
          {page.next && <Link href={libraryPath(search, { after: page.next })}>Older pictures</Link>}
        </nav>
      )}
    </>
  )
}

function countText({ pictures, next }: LibraryPage, counts: LibraryCounts, search: LibrarySearch): string {
  const isCounted = search.q === '' && search.place === null
  if (isCounted) return `${picturesText(counts[search.filter ?? 'all'])}${isNarrowed(search) ? ' found' : ''}.`
  if (search.after === null && next === null) return `${picturesText(pictures.length)} found.`
  return search.after === null ? `More than ${pictures.length} pictures found.` : 'Older pictures that were found.'
}

function picturesText(count: number): string {
  return count === 1 ? '1 picture' : `${count.toLocaleString('en-GB')} pictures`
}
