'use client'
import { useEffect, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { focusRow, MoveHandle, moved } from '#components/ui/move-handle.tsx'
import { releaseProblem } from '#lib/works/dates.ts'
import { readIsbn } from '#lib/works/isbn.ts'
import type { ContentEdition } from '#lib/works/work-content.ts'
import type { WorkFieldsProps } from './fact-fields.tsx'
import styles from './work-form.module.css'

const fresh: ContentEdition = { name: '', format: '', publisher: '', released: '', isbn: '' }

/** The forms in which it came out. */
export function EditionRows({ draft: { editions, kind }, set, problems, mayEdit }: WorkFieldsProps) {
  const list = useRef<HTMLOListElement>(null)
  const [isAdded, setAdded] = useState(false)
  useEffect(() => {
    if (!isAdded) return
    list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus()
    setAdded(false)
  }, [isAdded])
  const change = (at: number, part: Partial<ContentEdition>) =>
    set({ editions: editions.map((edition, index) => (index === at ? { ...edition, ...part } : edition)) })
  return (
    <>
      {editions.length > 0 && (
        <ol className={styles.rows} ref={list} aria-label="Editions in order">
          {editions.map((edition, index) => {
            const nameOf = edition.name || `edition ${index + 1}`
            const text = (field: keyof ContentEdition) => ({
              value: edition[field],
              readOnly: !mayEdit,
              onChange: (event: { target: { value: string } }) => change(index, { [field]: event.target.value }),
            })
            const isbnProblem = edition.isbn.length >= 10 && readIsbn(edition.isbn) === null
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: editions have no other identity until they are saved
              <li key={index} className={styles.edition}>
                {mayEdit ? (
                  <MoveHandle
                    name={nameOf}
                    index={index}
                    count={editions.length}
                    onMove={to => set({ editions: moved(editions, index, to) })}
                  />
                ) : (
                  <span />
                )}
                <div className={styles.editionWords}>
                  <TextField label="Name" dir="auto" maxLength={120} placeholder={exampleOf(kind)} {...text('name')} />
                  <TextField label="Format" dir="auto" maxLength={60} {...text('format')} />
                  <TextField label="Published by" dir="auto" maxLength={120} {...text('publisher')} />
                  <TextField
                    label="Came out"
                    placeholder="2013-12-18"
                    {...text('released')}
                    error={edition.released.length >= 10 ? releaseProblem(edition.released) : null}
                  />
                  {(kind === 'book' || edition.isbn !== '') && (
                    <TextField
                      label="ISBN"
                      inputMode="numeric"
                      maxLength={40}
                      {...text('isbn')}
                      error={isbnProblem ? 'Its digits do not fit together: one of them is mistyped.' : undefined}
                      onBlur={() => change(index, { isbn: readIsbn(edition.isbn) ?? edition.isbn })}
                    />
                  )}
                </div>
                {mayEdit && (
                  <Button
                    variant="quiet"
                    size="small"
                    isIcon
                    aria-label={`Take away ${nameOf}`}
                    onPress={() => {
                      set({ editions: editions.filter((_, at) => at !== index) })
                      focusRow(list.current, index)
                    }}
                  >
                    <Icon name="close" />
                  </Button>
                )}
              </li>
            )
          })}
        </ol>
      )}
      {editions.length === 0 && (
        <p className={styles.hint}>A printing, a pressing, a cut, a release on another platform. None yet.</p>
      )}
      {problems.editions && <p className={styles.problem}>{problems.editions}</p>}
      {mayEdit && (
        <div className={styles.buttons}>
          <Button
            size="small"
            isDisabled={editions.length >= 50}
            onPress={() => {
              set({ editions: [...editions, fresh] })
              setAdded(true)
            }}
          >
            <Icon name="plus" /> Add an edition
          </Button>
        </div>
      )}
    </>
  )
}

function exampleOf(kind: WorkFieldsProps['draft']['kind']): string {
  if (kind === 'book') return 'Paperback'
  if (kind === 'album') return 'Double LP'
  return kind === 'game' ? 'Nintendo Switch' : 'Director’s cut'
}
