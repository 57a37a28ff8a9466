'use client'
import { useEffect, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Icon } from '#components/ui/icon.tsx'
import {
  type ExternalId,
  elsewhere,
  type IdSubject,
  readExternalId,
  schemeName,
  schemesFor,
} from '#lib/works/external-ids.ts'
import styles from './work-form.module.css'

const notAdded = 'The id that you have typed is not added yet. Add it, or take the text away.'

interface IdFieldsProps {
  /** What it is: decides which catalogues have it. */
  kind: IdSubject
  externalIds: ExternalId[]
  onChange: (externalIds: ExternalId[]) => void
  /** "tt1798709" */
  example: string
  problem: string | undefined
  mayEdit: boolean
  /** Hears whether something is typed and not added yet. */
  onPending?: (problem: string, is: boolean) => void
}

/** What other catalogues call a work or a person: an id or the address of the page there, whichever is at hand. */
export function IdFields({ kind, externalIds, onChange, example, problem, mayEdit, onPending }: IdFieldsProps) {
  const [text, setText] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const [isTried, setTried] = useState(false)
  const isPending = text.trim() !== ''
  const read = isPending ? readExternalId(text, kind) : null
  const stands =
    read?.ok && externalIds.some(({ scheme, value }) => scheme === read.id.scheme && value === read.id.value)
  useEffect(() => onPending?.(notAdded, isPending))
  const add = () => {
    setTried(true)
    if (!read?.ok) return
    if (!stands) onChange([...externalIds, read.id])
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
                    onChange(externalIds.filter(each => each !== id))
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
      {problem && <p className={styles.problem}>{problem}</p>}
      {mayEdit && (
        <div className={styles.adder}>
          <TextField
            label="Add an id"
            ref={input}
            value={text}
            spellCheck={false}
            autoCapitalize="none"
            maxLength={500}
            placeholder={`${example}, or a pasted address`}
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

function IdLink({ kind, id }: { kind: IdSubject; id: ExternalId }) {
  const [link] = elsewhere(kind, [id])
  return link ? (
    <a href={link.url} target="_blank" rel="noreferrer">
      {id.value}
    </a>
  ) : (
    id.value
  )
}
