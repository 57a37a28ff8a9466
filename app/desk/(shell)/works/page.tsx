import type { Metadata } from 'next'
import Form from 'next/form'
import Link from 'next/link'
import { PageHead } from '#components/desk/page-head.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Checkbox } from '#components/ui/choice.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Select } from '#components/ui/select.tsx'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { deskListPath, readDeskFilter } from '#lib/reviews/desk-filter.ts'
import { isNarrowed, readWorksFilter, type WorksFilter, worksPath } from '#lib/works/desk-filter.ts'
import { type DeskWorkRow, listDeskWorks } from '#lib/works/desk-queries-list.ts'
import { kindName, workKinds } from '#lib/works/works.ts'
import styles from './works.module.css'

export const metadata: Metadata = { title: 'Works' }

/** Everything that can be reviewed, and how often it has been. The address says what it is narrowed to. */
export default async function DeskWorksPage({ searchParams }: PageProps<'/desk/works'>) {
  const editor = await requireEditor()
  const filter = readWorksFilter(await searchParams)
  const list = await listDeskWorks(editor, filter)
  return (
    <>
      <PageHead title="Works" actions={<ButtonLink href={`/desk/works/new${titleQuery(filter)}`}>New work</ButtonLink>}>
        {list.total === 1 ? '1 work' : `${list.total} works`}
        {isNarrowed(filter) && ' found'}
        {list.pages > 1 && `, page ${list.page} of ${list.pages}`}.
      </PageHead>
      <WorksForm filter={filter} />
      {list.works.length > 0 ? <WorkRows works={list.works} /> : <NoWorks filter={filter} />}
      <Pagination
        label="Pages of works"
        page={list.page}
        pages={list.pages}
        hrefOf={page => worksPath({ ...filter, page })}
      />
    </>
  )
}

/** A plain GET form: what it finds can be bookmarked. */
function WorksForm({ filter }: { filter: WorksFilter }) {
  return (
    <Form key={worksPath(filter)} action="/desk/works" className={styles.search}>
      <TextField
        label="Search titles and people"
        hideLabel
        type="search"
        name="q"
        placeholder="Title or person"
        defaultValue={filter.text}
        maxLength={100}
      />
      <Select
        label="Kind"
        hideLabel
        name="kind"
        placeholder="All kinds"
        options={workKinds.map(kind => ({ value: kind, label: kindName(kind, 2) }))}
        defaultValue={filter.kind ?? ''}
      />
      <Checkbox label="Never reviewed" name="never" value="1" defaultChecked={filter.isUnreviewed} />
      <Button type="submit">Show</Button>
      {isNarrowed(filter) && <Link href="/desk/works">Clear</Link>}
    </Form>
  )
}

function WorkRows({ works }: { works: DeskWorkRow[] }) {
  return (
    <ul className={styles.works}>
      {works.map(({ id, slug, title, facts, credits, reviews }) => (
        <li key={id} className={styles.work}>
          <p className={styles.title}>
            <Link href={`/desk/works/${id}`} dir="auto">
              {title}
            </Link>
          </p>
          <p className={styles.facts}>{[facts, credits].filter(Boolean).join('. ')}</p>
          <p className={styles.count}>
            {reviews === 0 ? (
              'No reviews'
            ) : (
              <Link href={deskListPath(readDeskFilter({ work: slug }))}>
                {reviews === 1 ? '1 review' : `${reviews} reviews`}
              </Link>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}

function NoWorks({ filter }: { filter: WorksFilter }) {
  return (
    <EmptyState
      title={filter.text ? `Nothing is called “${filter.text}”` : isNarrowed(filter) ? 'Nothing fits' : 'No works yet'}
    >
      <p>
        <Link href={`/desk/works/new${titleQuery(filter)}`}>Make a new one</Link>, or begin a review and type the title:
        what is not known yet can be added there.
      </p>
    </EmptyState>
  )
}

/** What was looked for is often what is to be made. */
function titleQuery({ text }: WorksFilter): string {
  return text ? `?${new URLSearchParams({ title: text })}` : ''
}
