import type { Metadata } from 'next'
import Form from 'next/form'
import Link from 'next/link'
import { PageHead } from '#components/desk/page-head.tsx'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { deskListPath, readDeskFilter } from '#lib/reviews/desk-filter.ts'
import { type DeskWorkRow, listDeskWorks } from '#lib/works/desk-queries-list.ts'
import styles from './works.module.css'

export const metadata: Metadata = { title: 'Works' }

/** Everything that can be reviewed, and how often it has been. Works are entered while writing, in the review editor. */
export default async function DeskWorksPage({ searchParams }: PageProps<'/desk/works'>) {
  const editor = await requireEditor()
  const { text, page } = readDeskFilter(await searchParams)
  const list = await listDeskWorks(editor, { text, page })
  return (
    <>
      <PageHead title="Works">
        {list.total === 1 ? '1 work' : `${list.total} works`}
        {text && ' found'}. A new one is entered where it is needed: while writing about it.
      </PageHead>
      <Form key={text} action="/desk/works" className={styles.search}>
        <TextField
          label="Search titles and people"
          hideLabel
          type="search"
          name="q"
          placeholder="Title or person"
          defaultValue={text}
          maxLength={100}
        />
        <Button type="submit">Search</Button>
      </Form>
      {list.works.length > 0 ? <WorkRows works={list.works} /> : <NoWorks text={text} />}
      <Pagination label="Pages of works" page={list.page} pages={list.pages} hrefOf={at => worksPath(text, at)} />
    </>
  )
}

function WorkRows({ works }: { works: DeskWorkRow[] }) {
  return (
    <ul className={styles.works}>
      {works.map(({ id, slug, title, facts, credits, reviews }) => (
        <li key={id} className={styles.work}>
          <p className={styles.title}>{title}</p>
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

function NoWorks({ text }: { text: string }) {
  return (
    <EmptyState title={text ? `Nothing is called “${text}”` : 'No works yet'}>
      <p>Begin a review and type the title: what is not known yet can be added there, with its year and credits.</p>
    </EmptyState>
  )
}

function worksPath(text: string, page: number): string {
  const query = new URLSearchParams({ ...(text && { q: text }), ...(page > 1 && { page: String(page) }) }).toString()
  return query ? `/desk/works?${query}` : '/desk/works'
}
