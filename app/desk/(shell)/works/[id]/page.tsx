import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { PageHead } from '#components/desk/page-head.tsx'
import { WorkForm } from '#components/desk/works/work-form.tsx'
import { WorkParts } from '#components/desk/works/work-parts.tsx'
import { can } from '#lib/auth/policy.ts'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { getRecordName, getSurvivor, listRegroupings } from '#lib/regrouping/desk-queries.ts'
import { isId } from '#lib/reviews/reviews-schema.ts'
import { getSettings } from '#lib/settings/published.ts'
import { type DeskWorkPage, getDeskWork } from '#lib/works/desk-queries-work.ts'
import { kindName, partKindOf } from '#lib/works/works.ts'
import { InTrash } from '../../_history/in-trash.tsx'
import { RecordLinks } from '../../_history/record-links.tsx'
import { Regroupings, RegroupNotice, stateOf } from '../../_regroup/regroupings.tsx'
import { createWorkAction, refocusAction, saveWorkAction } from '../actions.ts'
import styles from './work.module.css'

export const metadata: Metadata = { title: 'Work' }

/** Everything that is known of a work, to be put right; its parts; and what has been written about it. */
export default async function EditWorkPage({ params, searchParams }: PageProps<'/desk/works/[id]'>) {
  const editor = await requireEditor()
  const { id } = await params
  const [work, settings] = await Promise.all([isId(id) ? getDeskWork(editor, id) : null, getSettings()])
  if (!work) {
    const survivor = isId(id) ? await getSurvivor(editor, 'work', id) : null
    if (survivor) redirect(`/desk/works/${survivor.id}?merged=${id}`)
    return <InTrash editor={editor} kind="work" id={id} />
  }
  const query = await searchParams
  const merged = typeof query.merged === 'string' && isId(query.merged) ? query.merged : null
  const [regroupings, mergedName] = await Promise.all([
    listRegroupings(editor, 'work', id),
    merged ? getRecordName(editor, 'work', merged) : null,
  ])
  const clock = {
    language: settings.language,
    timeZone: editor.timeZone ?? settings.timeZone,
    publicationZone: settings.timeZone,
  }
  const partKind = partKindOf(work.content.kind)
  return (
    <>
      <PageHead title={work.fullTitle} actions={work.livePath && <a href={work.livePath}>See its page</a>}>
        {[kindName(work.content.kind), work.content.released.slice(0, 4)].filter(Boolean).join(', ')}
        {!work.livePath && '. Readers see its page when a review of it is live.'}
      </PageHead>
      <RegroupNotice noun="work" list={regroupings} query={query} mergedName={mergedName} />
      <WorkForm
        key={`${id} ${stateOf(regroupings)}`}
        work={work}
        language={settings.language}
        actions={{ save: saveWorkAction, refocus: refocusAction }}
      />
      {(partKind || work.parts.length > 0) && (
        <WorkParts work={work} partKind={partKind} createWork={createWorkAction} />
      )}
      <Reviews work={work} />
      <Regroupings noun="work" id={id} list={regroupings} clock={clock} mayRegroup={can(editor, 'work.regroup')} />
      <RecordLinks kind="work" id={id} version={work.version} mayTrash={can(editor, 'work.trash')} />
      <section className={styles.part} aria-labelledby="more">
        <h2 id="more">More</h2>
        <p>
          <Link href="/desk/works">All works</Link>
        </p>
      </section>
    </>
  )
}

function Reviews({ work }: { work: DeskWorkPage }) {
  return (
    <section className={styles.part} aria-labelledby="reviews">
      <h2 id="reviews">Reviews</h2>
      {work.reviews.length === 0 && <p>None yet that you may read.</p>}
      <ul>
        {work.reviews.map(review => (
          <li key={review.id}>
            <Link href={`/desk/reviews/${review.id}`}>{review.title || 'Without a headline'}</Link>
            {!review.isLive && ' (not live)'}
          </li>
        ))}
      </ul>
    </section>
  )
}
