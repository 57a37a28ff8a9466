'use client'
import { findWholes } from '#components/desk/editor/desk-client.ts'
import { ComboBox } from '#components/ui/combo-box.tsx'
import { TextField } from '#components/ui/field.tsx'
import { kindName, parentKindsOf, type WorkKind } from '#lib/works/works.ts'
import { detailOf } from './likely-works.tsx'
import styles from './new-work.module.css'

export interface PartOfFieldsProps {
  kind: WorkKind
  parent: { id: string; name: string } | null
  onParent: (parent: { id: string; name: string } | null) => void
  number: string
  onNumber: (number: string) => void
  problems: Record<string, string | undefined>
  isDisabled?: boolean
}

/** Which series, season or album it is of, and which in the row. Nothing for kinds that are wholes themselves. */
export function PartOfFields({ kind, parent, onParent, number, onNumber, problems, isDisabled }: PartOfFieldsProps) {
  const kinds = parentKindsOf(kind)
  if (!kinds && !parent) return null
  const label = kinds
    ? new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(
        kinds.map((each, index) => (index === 0 ? kindName(each) : kindName(each).toLowerCase())),
      )
    : 'Part of'
  return (
    <div className={styles.row}>
      <ComboBox
        label={label}
        value={parent}
        error={problems.parentId}
        onChange={onParent}
        isDisabled={isDisabled}
        load={async (query, signal) =>
          (await findWholes(query, kind, signal)).map(work => ({
            id: work.id,
            name: work.title,
            detail: detailOf(work),
          }))
        }
      />
      <TextField
        label={kind === 'track' ? 'Track number' : 'Number'}
        value={number}
        inputMode="numeric"
        onChange={event => onNumber(event.target.value)}
        error={problems.number}
        readOnly={isDisabled}
      />
    </div>
  )
}
