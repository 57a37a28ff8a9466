import type { Difference as DifferenceGiven, FieldChange } from '#lib/history/field-diff.ts'
import type { Picture } from '#lib/media/pictures.ts'
import { ChangeSteps } from './change-steps.tsx'
import styles from './difference.module.css'
import { TextDifference } from './text-difference.tsx'
import { Thumbnail } from './thumbnail.tsx'
import { Items, Words } from './words.tsx'

interface DifferenceProps {
  difference: DifferenceGiven
  pictures?: Record<string, Picture>
  /** Of the text: BCP 47. */
  language?: string
}

/** Everything that differs between two versions: fields first, then the text, with a way from change to change. */
export function Difference({ difference: { fields, text }, pictures = {}, language }: DifferenceProps) {
  const changed = text.filter(change => change.kind !== 'same')
  return (
    <div className={styles.difference}>
      <ChangeSteps count={fields.length + changed.length} />
      {fields.length > 0 && (
        <dl className={styles.fields}>
          {fields.map(field => (
            <div key={field.name} data-change tabIndex={-1}>
              <dt>{field.name}</dt>
              <dd>
                <Field field={field} pictures={pictures} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {changed.length > 0 && (
        <section aria-labelledby="text-difference">
          <h2 id="text-difference">Text</h2>
          <TextDifference changes={text} pictures={pictures} language={language} />
        </section>
      )}
    </div>
  )
}

function Field({
  field: { words, isList, pictures: changed },
  pictures,
}: {
  field: FieldChange
  pictures: Record<string, Picture>
}) {
  if (changed)
    return (
      <span className={styles.pictures}>
        <Thumbnail id={changed.before} pictures={pictures} kind="removed" />
        <Thumbnail id={changed.after} pictures={pictures} kind="added" />
      </span>
    )
  return isList ? <Items parts={words} /> : <Words parts={words} />
}
