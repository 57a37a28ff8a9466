import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { PageHead } from '#components/desk/page-head.tsx'
import { can } from '#lib/auth/policy.ts'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { type DeskPersonPage, getDeskPerson } from '#lib/people/desk-queries.ts'
import { getRecordName, getSurvivor, listRegroupings } from '#lib/regrouping/desk-queries.ts'
import { isId } from '#lib/reviews/reviews-schema.ts'
import { getSettings } from '#lib/settings/published.ts'
import { InTrash } from '../../_history/in-trash.tsx'
import { RecordLinks } from '../../_history/record-links.tsx'
import { Regroupings, RegroupNotice, stateOf } from '../../_regroup/regroupings.tsx'
import styles from '../_components/person-form.module.css'
import { PersonForm } from '../_components/person-form.tsx'

export const metadata: Metadata = { title: 'Person' }

/** Everything that is known of somebody, to be put right; and what they are credited in. */
export default async function DeskPersonPageRoute({ params, searchParams }: PageProps<'/desk/people/[id]'>) {
  const editor = await requireEditor()
  const [{ id }, query] = [await params, await searchParams]
  if (!isId(id)) notFound()
  const person = await getDeskPerson(editor, id)
  if (!person) {
    const survivor = await getSurvivor(editor, 'person', id)
    if (survivor) redirect(`/desk/people/${survivor.id}?merged=${id}`)
    return <InTrash editor={editor} kind="person" id={id} />
  }
  const merged = typeof query.merged === 'string' && isId(query.merged) ? query.merged : null
  const [list, settings, mergedName] = await Promise.all([
    listRegroupings(editor, 'person', id),
    getSettings(),
    merged ? getRecordName(editor, 'person', merged) : null,
  ])
  const clock = {
    language: settings.language,
    timeZone: editor.timeZone ?? settings.timeZone,
    publicationZone: settings.timeZone,
  }
  return (
    <>
      <PageHead title={person.content.name} actions={person.livePath && <a href={person.livePath}>See the page</a>}>
        {person.content.kind === 'group' ? 'Group' : 'Person'}
        {!person.livePath && '. Readers see a page when something by or with them is reviewed.'}
      </PageHead>
      <RegroupNotice noun="person" list={list} query={query} mergedName={mergedName} />
      <PersonForm key={`${id} ${stateOf(list)}`} person={person} />
      <Credits person={person} />
      <Regroupings noun="person" id={id} list={list} clock={clock} mayRegroup={person.may.regroup} />
      <RecordLinks kind="person" id={id} version={person.version} mayTrash={can(editor, 'work.trash')} />
    </>
  )
}

function Credits({ person: { credits, total } }: { person: DeskPersonPage }) {
  return (
    <section className={styles.part} aria-labelledby="credits">
      <h2 id="credits">{total === 1 ? '1 credit' : `${total} credits`}</h2>
      <ul className={styles.credits}>
        {credits.map(({ id, workId, title, year, role, character }) => (
          <li key={id}>
            <Link href={`/desk/works/${workId}`}>
              <bdi>{title}</bdi>
            </Link>{' '}
            <span>{[year, role, character && `as ${character}`].filter(Boolean).join(', ')}</span>
          </li>
        ))}
      </ul>
      {total > credits.length && <p>The newest {credits.length} are shown.</p>}
    </section>
  )
}
