import Link from 'next/link'
import { PageHead } from '#components/desk/page-head.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { MergePreview } from '#lib/regrouping/desk-queries.ts'
import type { RegroupingNoun } from '#lib/regrouping/regrouping.ts'
import { folderOf } from './folder.ts'
import { MergeForm } from './merge-form.tsx'
import { RecordChooser } from './record-chooser.tsx'
import styles from './regroup.module.css'

interface MergeViewProps {
  noun: RegroupingNoun
  record: { id: string; name: string }
  other: { id: string; name: string } | null
  /** Null while nothing is chosen, or when what was chosen is gone. */
  preview: MergePreview | { problem: string } | null
}

const most = 12

/** Choose the other record, see exactly what will move, and confirm. */
export function MergeView({ noun, record, other, preview }: MergeViewProps) {
  const folder = folderOf(noun)
  const path = `${folder}/${record.id}/merge`
  return (
    <>
      <PageHead title={`Merge “${record.name}”`} actions={<Link href={`${folder}/${record.id}`}>Back</Link>}>
        For two records of the same {noun === 'work' ? 'work' : 'person or group'}. You see what will move before
        anything does, and it can be undone.
      </PageHead>
      <div className={styles.chooser}>
        <RecordChooser key={other?.id} noun={noun} id={record.id} path={path} chosen={other} />
      </div>
      {preview && 'problem' in preview && <Notice tone="problem">{preview.problem}</Notice>}
      {other && !preview && <Notice tone="problem">One of the two does not exist any more. Choose again.</Notice>}
      {preview && !('problem' in preview) && (
        <Preview
          noun={noun}
          preview={preview}
          otherWay={`${path}?with=${other?.id}${preview.into.id === record.id ? '' : '&keep=this'}`}
        />
      )}
    </>
  )
}

function Preview({ noun, preview, otherWay }: { noun: RegroupingNoun; preview: MergePreview; otherWay: string }) {
  const { from, into, groups, notes, seen } = preview
  const folder = folderOf(noun).replace('/desk', '')
  return (
    <section className={styles.preview} aria-labelledby="preview">
      <h2 id="preview">
        What moves from “{from.name}” to “{into.name}”
      </h2>
      <div className={styles.moves}>
        {groups.map(({ title, items }) => (
          <div key={title}>
            <h3>
              {title} ({items.length})
            </h3>
            <ul>
              {items.slice(0, most).map((item, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same words can stand there twice
                <li key={index}>
                  <bdi>{item}</bdi>
                </li>
              ))}
              {items.length > most && <li>and {items.length - most} more</li>}
            </ul>
          </div>
        ))}
      </div>
      {groups.length === 0 && <p>Nothing hangs on it: only its address and its mentions will lead to the other.</p>}
      {notes.length > 0 && (
        <div>
          <h3>What is decided for you</h3>
          <ul>
            {notes.slice(0, 40).map(note => (
              <li key={note}>{note}</li>
            ))}
            {notes.length > 40 && <li>and {notes.length - 40} more of the same kind</li>}
          </ul>
        </div>
      )}
      <p>
        {noun === 'work' ? `The facts of “${into.name}” stay as they are. ` : ''}Every address of “{from.name}” under{' '}
        {folder}/, and every mention in a text, leads to “{into.name}” afterwards.
      </p>
      <MergeForm key={seen} noun={noun} from={from} into={into} seen={seen} otherWay={otherWay} />
    </section>
  )
}
