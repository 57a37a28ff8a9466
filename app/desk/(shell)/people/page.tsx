import type { Metadata } from 'next'
import Form from 'next/form'
import Link from 'next/link'
import { PageHead } from '#components/desk/page-head.tsx'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { nameFilterPath, readNameFilter } from '#lib/people/desk-filter.ts'
import { type DeskPersonRow, listDeskPeople } from '#lib/people/desk-queries.ts'
import styles from '../works/works.module.css'

export const metadata: Metadata = { title: 'People' }

/** Everybody who is credited in a work, and how much there is of them. */
export default async function DeskPeoplePage({ searchParams }: PageProps<'/desk/people'>) {
  const editor = await requireEditor()
  const filter = readNameFilter(await searchParams)
  const { people, total, page, pages } = await listDeskPeople(editor, filter)
  const { text } = filter
  return (
    <>
      <PageHead title="People">
        {total === 1 ? '1 name' : `${total} names`}
        {text && ' found'}. A new one is entered with the credits of a work.
      </PageHead>
      <Form key={text} action="/desk/people" className={styles.search}>
        <TextField
          label="Search names"
          hideLabel
          type="search"
          name="q"
          placeholder="Name, or another name"
          defaultValue={text}
          maxLength={100}
        />
        <Button type="submit">Search</Button>
      </Form>
      {people.length > 0 ? (
        <ul className={styles.works}>
          {people.map(person => (
            <Row key={person.id} person={person} />
          ))}
        </ul>
      ) : (
        <EmptyState title={text ? `Nobody is called “${text}”` : 'Nobody yet'}>
          <p>People come with the credits of a work: enter them there.</p>
        </EmptyState>
      )}
      <Pagination
        label="Pages of people"
        page={page}
        pages={pages}
        hrefOf={at => nameFilterPath('/desk/people', { text, page: at })}
      />
    </>
  )
}

function Row({ person: { id, name, kind, aliases, credits, reviews } }: { person: DeskPersonRow }) {
  const facts = [...(kind === 'group' ? ['Group'] : []), credits === 1 ? '1 credit' : `${credits} credits`]
  return (
    <li className={styles.work}>
      <p className={styles.title}>
        <Link href={`/desk/people/${id}`}>
          <bdi>{name}</bdi>
        </Link>
      </p>
      <p className={styles.facts}>
        {facts.join(', ')}
        {aliases.length > 0 && `. Also ${aliases.join(', ')}`}
      </p>
      <p className={styles.count}>{reviews === 0 ? 'No reviews' : reviews === 1 ? '1 review' : `${reviews} reviews`}</p>
    </li>
  )
}
