import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import type { DeskPings } from '#lib/pings/desk-queries.ts'
import { type PingFilter, pingsPath } from '#lib/pings/pings-schema.ts'

/** Why the list is empty: it was narrowed, nothing has happened yet, or nobody is told. */
export function NothingSent({ list, filter }: { list: DeskPings; filter: PingFilter }) {
  if (Object.values(list.counts).some(count => count > 0))
    return (
      <EmptyState
        title={filter.state === 'failed' ? 'None has failed' : 'None is like this'}
        actions={<ButtonLink href={pingsPath({})}>Show all</ButtonLink>}
      />
    )
  if (list.told.length > 0)
    return (
      <EmptyState title="Nothing has been sent yet">
        <p>The next review that is published, changed or retracted stands here some seconds later.</p>
      </EmptyState>
    )
  if (!list.isReachable)
    return (
      <EmptyState title="Nobody is told of changes">
        <p>
          Whoever is told comes to look, and nobody outside can reach this site at its present address. Whoever runs the
          server sets its public one as SITE_URL.
        </p>
      </EmptyState>
    )
  return (
    <EmptyState
      title="Nobody is told of changes"
      actions={
        list.may.configure && (
          <ButtonLink variant="primary" href="/desk/settings/telling">
            Open the settings
          </ButtonLink>
        )
      }
    >
      <p>
        Search engines come by in their own time, and so do feed readers. IndexNow tells the engines as soon as
        something is published, changed or retracted; a WebSub hub tells those who follow a feed.
        {!list.may.configure && ' An owner turns both on in the settings.'}
      </p>
    </EmptyState>
  )
}
