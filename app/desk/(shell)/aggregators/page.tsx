import type { Metadata } from 'next'
import { PageHead } from '#components/desk/page-head.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { mostRows } from '#lib/aggregators/aggregators.ts'
import { aggregatorsPath, readAggregatorRequest } from '#lib/aggregators/aggregators-schema.ts'
import { getAggregatorPage, listDeliveries, listRecipients } from '#lib/aggregators/desk-queries.ts'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { zonedIso } from '#lib/settings/dates.ts'
import { pageNumber } from '#lib/settings/page-number.ts'
import { clockOf } from '#lib/users/clock.ts'
import { AggregatorTable } from './_components/aggregator-table.tsx'
import { Deliveries } from './_components/deliveries.tsx'
import { MakeFile } from './_components/make-file.tsx'
import { RangeForm } from './_components/range-form.tsx'
import { countsText, rangeText } from './_components/said.ts'

export const metadata: Metadata = { title: 'Aggregators' }

/** What aggregators are sent of the reviews of some days, as it stands now; the address says which. Looking sends nothing. */
export default async function AggregatorsPage({ searchParams }: PageProps<'/desk/aggregators'>) {
  const editor = await requireEditor()
  const query = await searchParams
  const clock = await clockOf(editor)
  const today = zonedIso(new Date().toISOString(), clock.publicationZone).slice(0, 10)
  const found = await getAggregatorPage(editor, readAggregatorRequest(query, today), pageNumber(query))
  if (!found)
    return (
      <>
        <PageHead title="Aggregators" />
        <EmptyState title="Your role sends nothing to aggregators">
          <p>Editors do. Ask one, if a review of yours should be listed somewhere.</p>
        </EmptyState>
      </>
    )
  const { request } = found
  const [recipients, deliveries] = await Promise.all([
    listRecipients(editor),
    listDeliveries(editor, request.recipient),
  ])
  return (
    <>
      <PageHead title="Aggregators">
        What sites that gather reviews ask for: a link, a quote, the score. Make a file of it for one of them, and what
        it was sent is remembered.
      </PageHead>
      <RangeForm request={request} recipients={recipients} today={today} />
      <h2>{rangeText(request, clock.language)}</h2>
      {found.tooMany !== null ? (
        <Notice tone="problem" title={`${found.tooMany} reviews are too many at once`}>
          <p>One file takes {mostRows}. Choose fewer days, and make several files.</p>
        </Notice>
      ) : (
        <>
          <p>{countsText(found)}</p>
          {found.total > 0 && <MakeFile request={request} count={found.total} />}
          <AggregatorTable found={found} clock={clock} />
          <Pagination
            label="Pages of reviews"
            page={found.page}
            pages={found.pages}
            hrefOf={page => aggregatorsPath(request, page)}
          />
        </>
      )}
      <Deliveries deliveries={deliveries} recipient={request.recipient} clock={clock} />
    </>
  )
}
