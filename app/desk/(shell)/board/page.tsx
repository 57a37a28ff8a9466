import type { Metadata } from 'next'
import { PageHead } from '#components/desk/page-head.tsx'
import { PitchDialog } from '#components/desk/workflow/pitch-dialog.tsx'
import { PlanFilter } from '#components/desk/workflow/plan-filter.tsx'
import { SavedViews } from '#components/desk/workflow/saved-views.tsx'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { deskBoardPath, isNarrowed, openFilter, readDeskFilter } from '#lib/reviews/desk-filter.ts'
import { listDeskChoices } from '#lib/reviews/desk-queries.ts'
import { fullMoment } from '#lib/settings/moments.ts'
import { clockOf } from '#lib/users/clock.ts'
import { getPlanChoices, listViews } from '#lib/workflow/desk-queries.ts'
import { getBoard } from '#lib/workflow/desk-queries-board.ts'
import { BoardColumns } from './_components/board-columns.tsx'
import { pitchAction, removeViewAction, saveViewAction } from './actions.ts'

export const metadata: Metadata = { title: 'Board' }

/** What is on its way to readers, a column to each step. */
export default async function BoardPage({ searchParams }: PageProps<'/desk/board'>) {
  const editor = await requireEditor()
  const filter = { ...readDeskFilter(await searchParams), state: null, step: null }
  const [choices, deskChoices, views, clock] = await Promise.all([
    getPlanChoices(editor),
    listDeskChoices(editor),
    listViews(editor, 'board'),
    clockOf(editor),
  ])
  const board = await getBoard(editor, choices.steps, filter)
  const count = board.columns.reduce((sum, { total }) => sum + total, 0)
  const times = Object.fromEntries(
    board.scheduled.map(({ id, goesOut }) => [id, goesOut ? fullMoment(goesOut, clock, clock.publicationZone) : '']),
  )
  const path = deskBoardPath(filter)
  return (
    <>
      <PageHead title="Board" actions={<PitchDialog action={pitchAction} />}>
        {count === 1 ? 'One review is on its way' : `${count} reviews are on their way`}
        {isNarrowed(filter) && ' and fit'}
      </PageHead>
      <SavedViews
        place="board"
        path={path}
        all={deskBoardPath(openFilter(filter))}
        views={views}
        mayShare={choices.mayPlan}
        actions={{ save: saveViewAction, remove: removeViewAction }}
      />
      <PlanFilter
        action="/desk/board"
        path={path}
        filter={filter}
        sections={deskChoices.sections}
        people={choices.people}
      />
      <BoardColumns key={path} board={board} choices={choices} language={clock.language} times={times} />
    </>
  )
}
