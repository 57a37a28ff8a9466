'use client'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { detailLimits } from '#lib/reviews/details.ts'
import { useEditorDesk, useField } from './editor-context.tsx'
import styles from './rows.module.css'
import { useRows } from './use-rows.ts'

const words = {
  pros: { title: 'For', add: 'Add a line for it', example: 'Silence, used as if it cost money' },
  cons: { title: 'Against', add: 'Add a line against it', example: 'The last ten minutes' },
}

/** What is said for a work, or against it, a line each. */
export function PointsField({ field }: { field: 'pros' | 'cons' }) {
  const { mayWrite } = useEditorDesk()
  const [lines, setLines, problem] = useField(field)
  const { isFull, add, remove, move, change, onKeyDown, refOf, adder } = useRows(lines, setLines, {
    most: detailLimits.points,
    fresh: () => '',
    isEmpty: line => line === '',
  })
  const { title, add: addLine, example } = words[field]
  const mayEdit = mayWrite
  return (
    <fieldset id={`field-${field}`} className={styles.rows}>
      <legend>{title}</legend>
      {mayEdit && field === 'pros' && (
        <p className={styles.hint}>A line each. Enter begins the next one; Alt with an arrow moves one up or down.</p>
      )}
      {lines.length > 0 && (
        <ol>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity, and move with the focus
            <li key={index} className={styles.point}>
              <TextArea
                rows={1}
                label={`${title}, line ${index + 1}`}
                hideLabel
                ref={refOf(index)}
                value={line}
                maxLength={detailLimits.point}
                readOnly={!mayEdit}
                placeholder={index === 0 ? example : undefined}
                onChange={event => change(index, event.target.value.replace(/\n/g, ' '))}
                onKeyDown={mayEdit ? onKeyDown(index) : undefined}
              />
              {mayEdit && index > 0 && (
                <Button
                  variant="quiet"
                  size="small"
                  isIcon
                  aria-label={`Move line ${index + 1} up`}
                  onPress={() => move(index, -1)}
                >
                  <span aria-hidden="true">↑</span>
                </Button>
              )}
              {mayEdit && (
                <Button
                  variant="quiet"
                  size="small"
                  isIcon
                  aria-label={`Remove line ${index + 1}`}
                  onPress={() => remove(index)}
                >
                  <Icon name="close" />
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
      {mayEdit && !isFull && (
        <span ref={adder} className={styles.add}>
          <Button size="small" variant="quiet" onPress={() => add()}>
            <Icon name="plus" /> {addLine}
          </Button>
        </span>
      )}
      {!mayEdit && lines.length === 0 && <p className={styles.hint}>Nothing is said.</p>}
      {problem && <p className={styles.problem}>{problem}</p>}
    </fieldset>
  )
}
