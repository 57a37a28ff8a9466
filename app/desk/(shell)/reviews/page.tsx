import type { Metadata } from 'next'
import { PageHead } from '#components/desk/page-head.tsx'
import { ReviewRows } from '#components/desk/review-rows.tsx'
import { StateLinks } from '#components/desk/state-links.tsx'
import { PitchDialog } from '#components/desk/workflow/pitch-dialog.tsx'
import { SavedViews } from '#components/desk/workflow/saved-views.tsx'
import { SelectBox, Selection } from '#components/desk/workflow/selection.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { listWriting } from '#lib/presence/desk-queries.ts'
import {
  type DeskFilter,
  deskListPath,
  deskStates,
  isNarrowed,
  openFilter,
  readDeskFilter,
  stateName,
} from '#lib/reviews/desk-filter.ts'
import { type DeskList, listDeskChoices, listDeskReviews } from '#lib/reviews/desk-queries.ts'
import { clockOf } from '#lib/users/clock.ts'
import { getPlanChoices, listViews } from '#lib/workflow/desk-queries.ts'
import { pitchAction, removeViewAction, saveViewAction } from '../board/actions.ts'
import { ListFilter } from './_components/list-filter.tsx'
import { NothingFound } from './_components/nothing-found.tsx'

export const metadata: Metadata = { title: 'Reviews' }

/** Every review that this editor may see. The address says what it is narrowed to. */
export default async function DeskReviewsPage({ searchParams }: PageProps<'/desk/reviews'>) {
  const editor = await requireEditor()
  const filter = readDeskFilter(await searchParams)
  const [list, choices, plan, views, clock] = await Promise.all([
    listDeskReviews(editor, filter),
    listDeskChoices(editor),
    getPlanChoices(editor),
    listViews(editor, 'reviews'),
    clockOf(editor),
  ])
  const writing = await listWriting(
    editor,
    list.rows.map(row => row.id),
  )
  return (
    <>
      <PageHead title="Reviews" actions={<PitchDialog action={pitchAction} />}>
        {countText(list, filter)}
      </PageHead>
      <SavedViews
        place="reviews"
        path={deskListPath(filter, { page: 1 })}
        all={deskListPath(openFilter({ sort: 'updated' }))}
        views={views}
        mayShare={plan.mayPlan}
        actions={{ save: saveViewAction, remove: removeViewAction }}
      />
      <StateLinks
        label="Reviews by state"
        links={[null, ...deskStates].map(state => ({
          name: state === null ? 'All' : stateName(state),
          href: deskListPath(filter, { state }),
          isHere: state === filter.state,
          count: list.counts[state ?? 'all'],
        }))}
      />
      <ListFilter filter={filter} choices={choices} plan={plan} />
      {list.rows.length > 0 ? (
        <Selection
          rows={list.rows.map(({ id, version, planVersion }) => ({ id, version, planVersion }))}
          choices={plan}
        >
          <ReviewRows
            rows={list.rows}
            clock={clock}
            date={filter.sort === 'published' ? 'publishedAt' : 'updatedAt'}
            writing={writing}
            today={plan.today}
            lead={({ id, title }) => <SelectBox id={id} title={title} />}
          />
        </Selection>
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
