import Link from 'next/link'
import { TrashButton } from '#components/desk/trash/trash-button.tsx'
import { type RecordKind, recordFolder } from '#lib/history/records.ts'
import styles from './history.module.css'

interface RecordLinksProps {
  kind: RecordKind
  id: string
  version: number
  mayTrash: boolean
  /** What readers lose, when it is deleted. */
  warning?: string
}

/** The end of the page of a record: its history, and its deletion. */
export function RecordLinks({ kind, id, version, mayTrash, warning }: RecordLinksProps) {
  return (
    <div className={styles.links}>
      <Link href={`${recordFolder(kind)}/${id}/history`}>History</Link>
      {mayTrash && <TrashButton kind={kind} id={id} version={version} warning={warning} />}
    </div>
  )
}
