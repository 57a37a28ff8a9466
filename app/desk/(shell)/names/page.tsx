import type { Metadata } from 'next'
import { PageHead } from '#components/desk/page-head.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { getNameReport, listAcceptedNames, type NameReportPage } from '#lib/names/desk-queries-report.ts'
import { pageNumber, pageQuery } from '#lib/settings/page-number.ts'
import { clockOf } from '#lib/users/clock.ts'
import { AcceptedNames } from './_components/accepted-names.tsx'
import { DoubtRows } from './_components/doubt-rows.tsx'
import { LookThrough } from './_components/look-through.tsx'

export const metadata: Metadata = { title: 'Name check' }

/** Names that seem misspelt, in all that this editor may read, and the spellings that the house has said are right. */
export default async function NamesPage({ searchParams }: PageProps<'/desk/names'>) {
  const editor = await requireEditor()
  const page = pageNumber(await searchParams)
  const [list, accepted, clock] = await Promise.all([
    getNameReport(editor, page),
    listAcceptedNames(editor),
    clockOf(editor),
  ])
  return (
    <>
      <PageHead title="Name check">
        Names and titles that nearly match a credit, a mention or a work, in every review that is not retracted. While
        you write, the editor marks them as well.
      </PageHead>
      <LookThrough report={list.report} mayStart={list.may.accept} clock={clock} />
      {list.reviews.length > 0 ? (
        <DoubtRows reviews={list.reviews} mayAccept={list.may.accept} />
      ) : (
        <Nothing list={list} />
      )}
      <Pagination
        label="Pages of reviews"
        page={list.page}
        pages={list.pages}
        hrefOf={at => `/desk/names${pageQuery(at)}`}
      />
      <AcceptedNames names={accepted} mayChange={list.may.accept} clock={clock} />
    </>
  )
}

function Nothing({ list: { report } }: { list: NameReportPage }) {
  if (!report?.isFinished) return null
  return (
    <EmptyState title="No name looks misspelt">
      <p>In the reviews that you may read, every name that is near a credited one is written as it is credited.</p>
    </EmptyState>
  )
}
