import type { Metadata } from 'next'
import Form from 'next/form'
import Link from 'next/link'
import { PageHead } from '#components/desk/page-head.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { can } from '#lib/auth/policy.ts'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { nameFilterPath, readNameFilter } from '#lib/people/desk-filter.ts'
import { listDeskSeries } from '#lib/series/desk-queries.ts'
import { seriesKindName } from '#lib/series/series.ts'
import styles from '../works/works.module.css'

export const metadata: Metadata = { title: 'Series' }

/** Works that belong together: the books of a cycle, the films of a franchise. */
export default async function DeskSeriesListPage({ searchParams }: PageProps<'/desk/series'>) {
  const editor = await requireEditor()
  const filter = readNameFilter(await searchParams)
  const { series, total, page, pages } = await listDeskSeries(editor, filter)
  const { text } = filter
  return (
    <>
      <PageHead
        title="Series"
        actions={can(editor, 'work.edit') && <ButtonLink href="/desk/series/new">New series</ButtonLink>}
      >
        {total === 1 ? '1 series or franchise' : `${total} series and franchises`}
        {text && ' found'}. A television series is a work: its seasons belong to it without this.
      </PageHead>
      {(total > 0 || text) && (
        <Form key={text} action="/desk/series" className={styles.search}>
          <TextField
            label="Search names and titles"
            hideLabel
            type="search"
            name="q"
            placeholder="Name, or a title"
            defaultValue={text}
            maxLength={100}
          />
          <Button type="submit">Search</Button>
        </Form>
      )}
      {series.length > 0 ? (
        <ul className={styles.works}>
          {series.map(({ id, name, kind, works, isLive }) => (
            <li key={id} className={styles.work}>
              <p className={styles.title}>
                <Link href={`/desk/series/${id}`}>
                  <bdi>{name}</bdi>
                </Link>
              </p>
              <p className={styles.facts}>
                {seriesKindName(kind)}
                {!isLive && ', no page yet'}
              </p>
              <p className={styles.count}>{works === 1 ? '1 work' : `${works} works`}</p>
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState title={text ? `Nothing is called “${text}”` : 'No series yet'}>
          <p>Put works that belong together in order. Readers see the series when one of them is reviewed.</p>
        </EmptyState>
      )}
      <Pagination
        label="Pages of series"
        page={page}
        pages={pages}
        hrefOf={at => nameFilterPath('/desk/series', { text, page: at })}
      />
    </>
  )
}
