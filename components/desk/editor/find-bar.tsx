'use client'
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { fieldPassages } from '#lib/names/passages.ts'
import { useEditorDesk } from './editor-context.tsx'
import { emptyQuery, type FindQuery, finder } from './find.ts'
import styles from './find-bar.module.css'
import { endFind, findMarks, replaceAll, replaceShown, setQuery, showNearest, stepFound } from './find-marks.ts'
import { goToField } from './go-to-field.ts'
import type { Marked } from './line-marks.ts'
import { bringIntoSight, selectedText } from './sight.ts'

interface FindBarProps {
  editor: Editor
  isReplacing: boolean
  /** How often it was asked for: each time takes the focus. */
  times: number
  onClose: () => void
}

/** Stands over the text: what is looked for, how many there are, and what to put in their place. Escape leads back to where one wrote. */
export function FindBar({ editor, isReplacing, times, onClose }: FindBarProps) {
  const { mayWrite } = useEditorDesk()
  const [query, setOwn] = useState<FindQuery>(() => ({ ...emptyQuery, text: selectedText(editor.state) }))
  const [words, setWords] = useState('')
  const [isOpen, setOpen] = useState(isReplacing)
  const [said, say] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => setOpen(isReplacing), [isReplacing])
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for again, it takes the focus again
  useEffect(() => field.current?.select(), [times])
  useEffect(() => {
    setQuery(editor.view, query)
    show(editor, showNearest(editor.view))
    say('')
  }, [editor, query])
  useEffect(
    () => () => {
      if (!editor.isDestroyed) setQuery(editor.view, null)
    },
    [editor],
  )
  const close = () => {
    endFind(editor.view)
    editor.view.focus()
    onClose()
  }
  const step = (by: 1 | -1) => {
    say('')
    show(editor, stepFound(editor.view, by))
  }
  const putAll = () => {
    const count = replaceAll(editor.view, words)
    say(count === 0 ? 'There is nothing to replace.' : count === 1 ? 'Replaced 1 place.' : `Replaced ${count} places.`)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
    else if (event.key === 'F3' || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'g'))
      step(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={styles.place}>
      <search className={styles.bar} aria-label="In the text" onKeyDown={onKeyDown}>
        <div className={styles.row}>
          <input
            ref={field}
            className={styles.field}
            aria-label="Find in the text"
            placeholder="Find"
            value={query.text}
            onChange={event => setOwn({ ...query, text: event.target.value })}
            onKeyDown={event => event.key === 'Enter' && step(event.shiftKey ? -1 : 1)}
            enterKeyHint="search"
            autoComplete="off"
            spellCheck={false}
          />
          <Count editor={editor} said={said} />
          <Button variant="quiet" size="small" isIcon aria-label="The one before" onPress={() => step(-1)}>
            <span className={styles.up}>
              <Icon name="chevronDown" />
            </span>
          </Button>
          <Button variant="quiet" size="small" isIcon aria-label="The next" onPress={() => step(1)}>
            <Icon name="chevronDown" />
          </Button>
          <Options query={query} onChange={setOwn} />
          {mayWrite && (
            <Button variant="quiet" size="small" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
              Replace
            </Button>
          )}
          <Button variant="quiet" size="small" isIcon aria-label="Close" onPress={close}>
            <Icon name="close" />
          </Button>
        </div>
        {isOpen && mayWrite && (
          <div className={styles.row}>
            <input
              className={styles.field}
              aria-label="Put in its place"
              placeholder="Put in its place"
              value={words}
              onChange={event => setWords(event.target.value)}
              onKeyDown={event => {
                if (event.key === 'Enter') show(editor, replaceShown(editor.view, words))
              }}
              autoComplete="off"
            />
            <Button size="small" onPress={() => show(editor, replaceShown(editor.view, words))}>
              Replace this
            </Button>
            <Button size="small" onPress={putAll}>
              Replace all
            </Button>
          </div>
        )}
        <Elsewhere query={query} />
      </search>
    </div>
  )
}

const options = [
  ['isCaseSensitive', 'Case', 'Match case'],
  ['isWholeWord', 'Words', 'Whole words'],
  ['isAccentSensitive', 'Accents', 'Match accents'],
] as const

function Options({ query, onChange }: { query: FindQuery; onChange: (query: FindQuery) => void }) {
  return (
    <span className={styles.options}>
      {options.map(([name, sign, label]) => (
        <button
          key={name}
          type="button"
          aria-label={label}
          title={label}
          aria-pressed={query[name]}
          onClick={() => onChange({ ...query, [name]: !query[name] })}
        >
          {sign}
        </button>
      ))}
    </span>
  )
}

/** "3 of 12", and where it is when that is not to be seen in the text. */
function Count({ editor, said }: { editor: Editor; said: string }) {
  const text = useEditorState({
    editor,
    selector: ({ editor: { state } }) => {
      const own = findMarks.getState(state)
      if (!own || own.query.text === '') return ''
      const shown = own.found[own.current]
      const count = own.found.length.toLocaleString('en')
      if (own.found.length === 0) return 'Not found'
      if (!shown) return own.found.length === 1 ? '1 place' : `${count} places`
      return `${own.current + 1} of ${count}${shown.in === 'beside' ? `: ${shown.place}` : ''}`
    },
  })
  return (
    <span className={styles.count} role="status">
      {said || text}
    </span>
  )
}

/** The lines around the text are no part of it: what stands in them is said, and a press leads there. */
function Elsewhere({ query }: { query: FindQuery }) {
  const { draft } = useEditorDesk()
  const places = useMemo(() => {
    const find = finder(query)
    const found = fieldPassages(draft.get()).filter(({ text }) => find(text).length > 0)
    return [...new Map(found.map(({ field, place }) => [field, place]))]
  }, [query, draft])
  if (places.length === 0) return null
  return (
    <p className={styles.elsewhere}>
      Also in:{' '}
      {places.map(([field, place]) => (
        <button key={field} type="button" onClick={() => goToField(field)}>
          {place}
        </button>
      ))}
    </p>
  )
}

function show(editor: Editor, found: Marked | null): void {
  if (found) bringIntoSight(editor.view, found.in === 'text' ? found.from : found.at)
}
