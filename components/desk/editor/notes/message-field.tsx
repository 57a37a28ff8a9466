'use client'
import { type KeyboardEvent, type Ref, useId, useImperativeHandle, useRef, useState } from 'react'
import { TextArea } from '#components/ui/text-area.tsx'
import hidden from '#components/ui/visually-hidden.module.css'
import { longestMessage, type NotePerson } from '#lib/notes/notes.ts'
import styles from './notes.module.css'

interface MessageFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  /** Mod+Enter. */
  onSend: () => void
  onEscape?: () => void
  people: NotePerson[]
  error?: string
  placeholder?: string
  ref?: Ref<HTMLTextAreaElement>
}

/** A message in which people are named: `@` opens the list of who may read the review. */
export function MessageField({
  label,
  value,
  onChange,
  onSend,
  onEscape,
  people,
  error,
  placeholder,
  ref,
}: MessageFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  useImperativeHandle<HTMLTextAreaElement | null, HTMLTextAreaElement | null>(ref, () => area.current)
  const [typed, setTyped] = useState<string | null>(null)
  const [marked, setMarked] = useState(0)
  const listId = useId()
  const found = typed === null ? [] : matching(people, typed)
  const at = Math.min(marked, found.length - 1)
  const look = (element: HTMLTextAreaElement) => {
    setTyped(nameBefore(element.value, element.selectionStart))
    setMarked(0)
  }
  const choose = (person: NotePerson | undefined) => {
    const element = area.current
    if (!element || !person || typed === null) return
    const end = element.selectionStart
    const from = end - typed.length
    const next = `${value.slice(0, from)}${person.name} ${value.slice(end).replace(/^ /, '')}`
    onChange(next)
    setTyped(null)
    const cursor = from + person.name.length + 1
    requestAnimationFrame(() => element.setSelectionRange(cursor, cursor))
  }
  const press = (event: KeyboardEvent) => {
    if (found.length > 0) {
      const next = { ArrowDown: (at + 1) % found.length, ArrowUp: (at + found.length - 1) % found.length }[event.key]
      if (next !== undefined) setMarked(next)
      else if (event.key === 'Enter' || event.key === 'Tab') choose(found[at])
      else if (event.key === 'Escape') setTyped(null)
      else return
      event.preventDefault()
      event.stopPropagation()
    } else if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault()
      onSend()
    } else if (event.key === 'Escape') onEscape?.()
  }
  return (
    <div className={styles.message} data-sends>
      <TextArea
        ref={area}
        label={label}
        hideLabel
        value={value}
        maxLength={longestMessage}
        placeholder={placeholder}
        error={error}
        aria-autocomplete="list"
        aria-controls={found.length > 0 ? listId : undefined}
        aria-activedescendant={found.length > 0 ? `${listId}-${found[at]?.id}` : undefined}
        onChange={event => {
          onChange(event.target.value)
          look(event.target)
        }}
        onClick={event => look(event.currentTarget)}
        onBlur={() => setTyped(null)}
        onKeyDown={press}
      />
      {found.length > 0 && (
        <div className={styles.people} role="listbox" id={listId} aria-label="Who may read this review">
          {found.map((person, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the message's, which has the focus.
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the message (aria-activedescendant).
            <div
              key={person.id}
              id={`${listId}-${person.id}`}
              role="option"
              aria-selected={index === at}
              onMouseDown={event => event.preventDefault()}
              onMouseMove={() => setMarked(index)}
              onClick={() => choose(person)}
            >
              {person.name}
            </div>
          ))}
        </div>
      )}
      <span className={hidden.hidden} role="status">
        {found.length > 0 ? `${found.length} to choose from` : ''}
      </span>
    </div>
  )
}

/** What stands between the last @ and the cursor, when it may be the beginning of a name. */
function nameBefore(text: string, cursor: number): string | null {
  const found = /(?:^|\s|[([])@([^@\n]{0,40})$/u.exec(text.slice(0, cursor))
  return found?.[1] ?? null
}

const mostShown = 6

function matching(people: NotePerson[], typed: string): NotePerson[] {
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()
  const wanted = plain(typed)
  // The whole name and a space: it is chosen, and the sentence goes on.
  if (people.some(({ name }) => wanted.startsWith(`${plain(name)} `))) return []
  return people
    .filter(({ name }) => plain(name).startsWith(wanted) || plain(name).includes(` ${wanted}`))
    .slice(0, mostShown)
}
