import Link from 'next/link'
import { type Clock, Moment } from '#components/desk/moment.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { DeskRegrouping } from '#lib/regrouping/desk-queries.ts'
import type { RegroupingNoun } from '#lib/regrouping/regrouping.ts'
import { folderOf } from './folder.ts'
import styles from './regroup.module.css'
import { UndoForm } from './undo-form.tsx'

interface RegroupingsProps {
  noun: RegroupingNoun
  id: string
  list: DeskRegrouping[]
  clock: Clock
  mayRegroup: boolean
}

/** The ways to merge and split a record, and what was merged and split before, each with its undoing. */
export function Regroupings({ noun, id, list, clock, mayRegroup }: RegroupingsProps) {
  const folder = folderOf(noun)
  if (!mayRegroup && list.length === 0) return null
  return (
    <section className={styles.history} aria-labelledby="regroupings">
      <h2 id="regroupings">Merging and splitting</h2>
      {list.length > 0 && (
        <ul>
          {list.map(entry => (
            <li key={entry.id}>
              <p>
                {sentence(entry)} <Moment iso={entry.at} clock={clock} />
                {entry.by && ` by ${entry.by}`}
                {entry.isUndone && '. Undone since.'}
              </p>
              {mayRegroup && !entry.isUndone && (
                <UndoForm id={entry.id} noun={noun} label={`Undo: ${sentence(entry)}`} />
              )}
            </li>
          ))}
        </ul>
      )}
      {mayRegroup && (
        <p className={styles.links}>
          <Link href={`${folder}/${id}/merge`}>Merge with another one…</Link>
          <Link href={`${folder}/${id}/split`}>Split into two…</Link>
        </p>
      )}
    </section>
  )
}

/** What has just happened to a record, above its page: with the undoing at hand. */
export function RegroupNotice({
  noun,
  list,
  query,
  mergedName,
}: {
  noun: RegroupingNoun
  list: DeskRegrouping[]
  query: Record<string, string | string[] | undefined>
  /** The name of the record that led here, when one did. */
  mergedName: string | null
}) {
  const done = list.find(entry => entry.id === query.regrouped && !entry.isUndone)
  if (done)
    return (
      <Notice tone="good" actions={<UndoForm id={done.id} noun={noun} label={`Undo: ${sentence(done)}`} />}>
        {sentence(done)}.
      </Notice>
    )
  if (list.some(entry => entry.id === query.undone && entry.isUndone))
    return <Notice tone="good">Undone: everything is where it was.</Notice>
  if (mergedName !== null) return <Notice>“{mergedName}” was merged into this one. This is where it leads now.</Notice>
  return null
}

/** Changes with every merge, split and undoing: what was open in a form before is not what is stored now. */
export function stateOf([latest, ...rest]: DeskRegrouping[]): string {
  return `${latest?.id ?? ''} ${[latest, ...rest].filter(entry => entry?.isUndone).length}`
}

function sentence({ verb, isFrom, other }: DeskRegrouping): string {
  if (verb === 'merge') return isFrom ? `Merged into “${other.name}”` : `“${other.name}” was merged into this one`
  return isFrom ? `“${other.name}” was split off` : `Split off from “${other.name}”`
}
