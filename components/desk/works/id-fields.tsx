'use client'
import { useEffect, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { elsewhere, readExternalId, schemeName, schemesFor } from '#lib/works/external-ids.ts'
import type { WorkFieldsProps } from './fact-fields.tsx'
import styles from './work-form.module.css'

const notAdded = 'The id that you have typed is not added yet. Add it, or take the text away.'

/** What other catalogues call it: an id or the address of the page there, whichever is at hand. */
export function IdFields({
  draft: { externalIds, kind },
  set,
  problems,
  mayEdit,
  onPending,
}: WorkFieldsProps & { onPending: (problem: string, is: boolean) => void }) {
  const [text, setText] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const [isTried, setTried] = useState(false)
  const isPending = text.trim() !== ''
  const read = isPending ? readExternalId(text, kind) : null
  const stands =
    read?.ok && externalIds.some(({ scheme, value }) => scheme === read.id.scheme && value === read.id.value)
  useEffect(() => onPending(notAdded, isPending))
  const add = () => {
    setTried(true)
    if (!read?.ok) return
    if (!stands) set({ externalIds: [...externalIds, read.id] })
    setText('')
    setTried(false)
  }
  const names = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(schemesFor(kind).map(schemeName))
  return (
    <>
      {externalIds.length > 0 && (
        <ul className={styles.ids} aria-label="Ids elsewhere">
          {externalIds.map(id => (
            <li key={`${id.scheme} ${id.value}`}>
              <span>{schemeName(id.scheme)}</span> {id.scheme === 'isbn' ? id.value : <IdLink kind={kind} id={id} />}
              {mayEdit && (
                <Button
                  variant="quiet"
                  size="small"
                  isIcon
                  aria-label={`Take away ${schemeName(id.scheme)} ${id.value}`}
                  onPress={() => {
                    set({ externalIds: externalIds.filter(each => each !== id) })
                    input.current?.focus()
                  }}
                >
                  <Icon name="close" />
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {problems.externalIds && <p className={styles.problem}>{problems.externalIds}</p>}
      {mayEdit && (
        <div className={styles.adder}>
          <TextField
            label="Add an id"
            ref={input}
            value={text}
            spellCheck={false}
            autoCapitalize="none"
            maxLength={500}
            placeholder="tt1798709, or a pasted address"
            description={
              read?.ok
                ? stands
                  ? 'It stands there already.'
                  : `${schemeName(read.id.scheme)} ${read.id.value}`
                : `From ${names}: the id, or the address of the page.`
            }
            error={isTried && read && !read.ok ? read.problem : undefined}
            onChange={event => {
              setText(event.target.value)
              setTried(false)
            }}
            onKeyDown={event => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
              event.preventDefault()
              add()
            }}
            onBlur={() => isPending && add()}
          />
          <Button onPress={add} isDisabled={!isPending}>
            Add
          </Button>
        </div>
      )}
    </>
  )
}

function IdLink({
  kind,
  id,
}: {
  kind: WorkFieldsProps['draft']['kind']
  id: WorkFieldsProps['draft']['externalIds'][number]
}) {
  const [link] = elsewhere(kind, [id])
  return link ? (
    <a href={link.url} target="_blank" rel="noreferrer">
      {id.value}
    </a>
  ) : (
    id.value
  )
}
