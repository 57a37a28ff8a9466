import type { Metadata } from 'next'
import { PageHead } from '#components/desk/page-head.tsx'
import { StateLinks } from '#components/desk/state-links.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { type DeskPings, listPings } from '#lib/pings/desk-queries.ts'
import { pingStates } from '#lib/pings/pings.ts'
import { pingsPath, readPingFilter } from '#lib/pings/pings-schema.ts'
import { clockOf } from '#lib/users/clock.ts'
import { NothingSent } from './_components/nothing-sent.tsx'
import { PingRows } from './_components/ping-rows.tsx'
import { RetryButton } from './_components/retry-button.tsx'
import { stateWords } from './_components/said.ts'
import { Told } from './_components/told.tsx'

export const metadata: Metadata = { title: 'Notices' }

/** Who was told of which change, and how it went; the address says what the list is narrowed to. */
export default async function PingsPage({ searchParams }: PageProps<'/desk/pings'>) {
  const editor = await requireEditor()
  const filter = readPingFilter(await searchParams)
  const [list, clock] = await Promise.all([listPings(editor, filter), clockOf(editor)])
  if (!list)
    return (
      <>
        <PageHead title="Notices" />
        <EmptyState title="Your role sends no notices">
          <p>Search engines and feed readers are told of what you publish without you. Editors see how it went.</p>
        </EmptyState>
      </>
    )
  return (
    <>
      <PageHead title="Notices" actions={mayRetryAll(list) && <RetryButton id="all" count={list.counts.failed} />}>
        Search engines and hubs that were told of a change as it happened, in the last ninety days.
      </PageHead>
      <Told list={list} />
      {(countAll(list) > 0 || list.told.length > 0) && (
        <StateLinks
          label="Notices by state"
          links={[null, ...pingStates].map(state => ({
            name: state === null ? 'All' : stateWords[state],
            href: pingsPath({ service: filter.service, state }),
            isHere: state === filter.state,
            count: state === null ? countAll(list) : list.counts[state],
          }))}
        />
      )}
      {list.rows.length > 0 ? (
        <PingRows rows={list.rows} clock={clock} mayRetry={list.may.retry} />
      ) : (
        <NothingSent list={list} filter={filter} />
      )}
      <Pagination
        label="Pages of notices"
        page={list.page}
        pages={list.pages}
        hrefOf={page => pingsPath({ ...filter, page })}
      />
    </>
  )
}

function countAll({ counts }: DeskPings): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

function mayRetryAll({ counts, may, told }: DeskPings): boolean {
  return may.retry && counts.failed > 1 && told.length > 0
}
