'use client'
import { type ReactNode, useState } from 'react'
import { ComboBox as AriaComboBox, FieldError, Input, Label, Text } from 'react-aria-components'
import styles from './combo-box.module.css'
import { ComboBoxList } from './combo-box-list.tsx'
import field from './field.module.css'
import { useFound } from './use-found.ts'

export interface ComboBoxItem {
  id: string
  name: string
  /** A second, quiet line: "Film, 2013". */
  detail?: string
}

export interface ComboBoxProps<T extends ComboBoxItem> {
  label: string
  description?: ReactNode
  error?: ReactNode
  placeholder?: string
  /** Finds items for what was typed ("" when nothing was); a server action fits. Reject to say that it failed. */
  load: (query: string, signal: AbortSignal) => Promise<T[]>
  /** What is chosen now; null for nothing. */
  value: T | null
  /** Called with the chosen item, and with null when the text was emptied. */
  onChange: (item: T | null) => void
  /** Offers "Add “…”" as the last entry, for a name that is not there. */
  onCreate?: (name: string) => void
  /** For adding several, one after the other: the text is emptied after each choice, and `value` stays null. */
  isAdder?: boolean
  isDisabled?: boolean
}

const createId = ':create'

/** A text field that finds things: type, choose with the arrows and Enter. Items come from the server as one types. */
export function ComboBox<T extends ComboBoxItem>(props: ComboBoxProps<T>) {
  const { label, description, error, placeholder, load, value, onChange, onCreate, isAdder, isDisabled } = props
  const nameOfValue = value?.name ?? ''
  const [text, setText] = useState(nameOfValue)
  const [shown, setShown] = useState(nameOfValue)
  const found = useFound(load)
  // The value was changed from outside (history, another field): the text follows.
  if (shown !== nameOfValue) {
    setShown(nameOfValue)
    setText(nameOfValue)
  }
  const choose = (id: string | null) => {
    const item = found.items.find(known => known.id === id)
    if (id === createId) onCreate?.(text.trim())
    else if (item) onChange(item)
    if (item && !isAdder) setText(item.name)
    if (isAdder || id === createId) setText('')
  }
  // Leaving the field with half a word in it takes nothing away; emptying it does.
  const leave = () => {
    if (text.trim() === '' && value) onChange(null)
    else setText(nameOfValue)
  }
  const typed = text.trim()
  const isNew = typed !== '' && typed !== nameOfValue && !found.items.some(item => item.name === typed)
  const entries: ComboBoxItem[] =
    onCreate && isNew ? [...found.items, { id: createId, name: `Add “${typed}”` }] : found.items
  return (
    <AriaComboBox
      className={styles.comboBox}
      items={entries}
      inputValue={text}
      onInputChange={next => {
        setText(next)
        found.look(next.trim())
      }}
      // Not while something else is typed: the list would keep the focus on what is chosen, and hand it to whatever comes
      // next to it when it is no longer among what was found.
      selectedKey={text === nameOfValue ? (value?.id ?? null) : null}
      onSelectionChange={key => choose(key === null ? null : String(key))}
      onFocus={() => found.look('')}
      onBlur={leave}
      menuTrigger="focus"
      allowsEmptyCollection
      allowsCustomValue
      isInvalid={Boolean(error)}
      isDisabled={isDisabled}
    >
      <Label className={field.label}>{label}</Label>
      <Input className={field.control} placeholder={placeholder} />
      {description && (
        <Text slot="description" className={field.description}>
          {description}
        </Text>
      )}
      <FieldError className={field.error}>{error}</FieldError>
      <ComboBoxList state={found.state} createId={createId} />
    </AriaComboBox>
  )
}
