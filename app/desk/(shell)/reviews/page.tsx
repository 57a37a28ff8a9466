import type { Metadata } from 'next'
import { PageHead } from '#components/desk/page-head.tsx'
import { ReviewRows } from '#components/desk/review-rows.tsx'
import { StateLinks } from '#components/desk/state-links.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { listWriting } from '#lib/presence/desk-queries.ts'
import {
  type DeskFilter,
  deskListPath,
  deskStates,
  isNarrowed,
  readDeskFilter,
  stateName,
} from '#lib/reviews/desk-filter.ts'
import { type DeskList, listDeskChoices, listDeskReviews } from '#lib/reviews/desk-queries.ts'
import { clockOf } from '#lib/users/clock.ts'
import { ListFilter } from './_components/list-filter.tsx'
import { NothingFound } from './_components/nothing-found.tsx'

export const metadata: Metadata = { title: 'Reviews' }

/** Every review that this editor may see. The address says what it is narrowed to. */
export default async function DeskReviewsPage({ searchParams }: PageProps<'/desk/reviews'>) {
  const editor = await requireEditor()
  const filter = readDeskFilter(await searchParams)
  const [list, choices, clock] = await Promise.all([
    listDeskReviews(editor, filter),
    listDeskChoices(editor),
    clockOf(editor),
  ])
  const writing = await listWriting(
    editor,
    list.rows.map(row => row.id),
  )
  return (
    <>
      <PageHead title="Reviews">{countText(list, filter)}</PageHead>
      <StateLinks
        label="Reviews by state"
        links={[null, ...deskStates].map(state => ({
          name: state === null ? 'All' : stateName(state),
          href: deskListPath(filter, { state }),
          isHere: state === filter.state,
          count: list.counts[state ?? 'all'],
        }))}
      />
      <ListFilter filter={filter} choices={choices} />
      {list.rows.length > 0 ? (
        <ReviewRows
          rows={list.rows}
          clock={clock}
          date={filter.sort === 'published' ? 'publishedAt' : 'updatedAt'}
          writing={writing}
        />
      ) : (
        <NothingFound isNarrowed={isNarrowed(filter)} />
      )}
      <Pagination
        label="Pages of reviews"
        page={list.page}
        pages={list.pages}
        hrefOf={page => deskListPath(filter, { page })}
      />
    </>
  )
}

function countText({ total, page, pages }: DeskList, filter: DeskFilter): string {
  const reviews = total === 1 ? '1 review' : `${total} reviews`
  const found = isNarrowed(filter) ? `${reviews} found` : reviews
  return pages > 1 ? `${found}, page ${page} of ${pages}` : found
}
