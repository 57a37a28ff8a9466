import type { Metadata } from 'next'
import { PageHead } from '#components/desk/page-head.tsx'
import { StateLinks } from '#components/desk/state-links.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { can } from '#lib/auth/policy.ts'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { listDeskLists } from '#lib/lists/desk-queries.ts'
import { clockOf } from '#lib/users/clock.ts'
import { deskListsPath, readListFilter } from './_components/list-filter.ts'
import { ListRows } from './_components/list-rows.tsx'
import styles from './_components/lists.module.css'

export const metadata: Metadata = { title: 'Lists' }

/** The lists that this editor may edit. The address says what it is narrowed to. */
export default async function DeskListsPage({ searchParams }: PageProps<'/desk/lists'>) {
  const editor = await requireEditor()
  const filter = readListFilter(await searchParams)
  const [lists, clock] = await Promise.all([listDeskLists(editor, filter), clockOf(editor)])
  const seesAll = can(editor, 'list.edit')
  const mayMake = can(editor, 'list.edit', { createdById: editor.id, criticIds: [], wasPublished: false })
  const states = [
    { state: null, name: 'All', count: lists.counts.all },
    { state: 'draft', name: 'Draft', count: lists.counts.draft },
    { state: 'live', name: 'Live', count: lists.counts.live },
  ] as const
  const scopes = [
    { scope: 'all', name: 'Everybody’s' },
    { scope: 'mine', name: 'Mine' },
  ] as const
  return (
    <>
      <PageHead
        title="Lists"
        actions={
          mayMake && (
            <ButtonLink href="/desk/lists/new" variant="primary">
              <Icon name="plus" /> New list
            </ButtonLink>
          )
        }
      >
        Works in an order, with a note for each. Readers see those that are live.
      </PageHead>
      <div className={styles.bar}>
        <StateLinks
          label="Lists by state"
          links={states.map(({ state, name, count }) => ({
            ...{ name, count },
            href: deskListsPath({ ...filter, state }),
            isHere: state === filter.state,
          }))}
        />
        {seesAll && (
          <StateLinks
            label="Whose lists"
            links={scopes.map(({ scope, name }) => ({
              name,
              href: deskListsPath({ ...filter, scope }),
              isHere: scope === filter.scope,
            }))}
          />
        )}
      </div>
      {lists.rows.length > 0 ? (
        <ListRows rows={lists.rows} clock={clock} />
      ) : (
        <EmptyState title={mayMake ? 'No lists here' : 'Your role makes no lists'}>
          {mayMake ? (
            <p>Begin an empty one, or let the scores of a year make the first draft of “The best of”.</p>
          ) : (
            <p>Editors and critics rank works here. Ask an editor if you have one in mind.</p>
          )}
        </EmptyState>
      )}
      <Pagination
        label="Pages of lists"
        page={lists.page}
        pages={lists.pages}
        hrefOf={page => deskListsPath(filter, page)}
      />
    </>
  )
}
