'use client'
import { type ReactNode, useState } from 'react'
import {
  ComboBox as AriaComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
  useAsyncList,
} from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './combo-box.module.css'
import field from './field.module.css'

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
  /** Finds items for what was typed ("" when nothing was). Throw to say that it failed. */
  load: (query: string, signal: AbortSignal) => Promise<T[]>
  /** What is chosen now; null for nothing. */
  value: T | null
  onChange: (item: T | null) => void
  /** Offers "Add “…”" as the last entry, for a name that is not there. */
  onCreate?: (name: string) => void
  /** Empties the field after each choice, for adding several. */
  isAdder?: boolean
  isDisabled?: boolean
}

const createId = ':create'

/** A text field that finds things: type, choose with the arrows and Enter. Items come from the server as one types. */
export function ComboBox<T extends ComboBoxItem>(props: ComboBoxProps<T>) {
  const { label, description, error, placeholder, load, value, onChange, onCreate, isAdder, isDisabled } = props
  const [text, setText] = useState(value?.name ?? '')
  const [shown, setShown] = useState(value)
  const list = useAsyncList<T>({
    load: async ({ filterText, signal }) => ({ items: await load(filterText ?? '', signal) }),
  })
  // The value was changed from outside (history, another editor): the text follows.
  if (shown?.id !== value?.id || shown?.name !== value?.name) {
    setShown(value)
    setText(value?.name ?? '')
  }
  const change = (next: string) => {
    setText(next)
    list.setFilterText(next)
  }
  const choose = (id: string | null) => {
    if (id === createId) onCreate?.(text.trim())
    else onChange(list.items.find(item => item.id === id) ?? null)
    if (isAdder || id === createId) change('')
  }
  const offersNew = onCreate && text.trim() !== '' && text.trim() !== value?.name
  const entries: ComboBoxItem[] = offersNew
    ? [...list.items, { id: createId, name: `Add “${text.trim()}”` }]
    : list.items
  return (
    <AriaComboBox
      className={styles.comboBox}
      items={entries}
      inputValue={text}
      onInputChange={change}
      selectedKey={isAdder ? null : (value?.id ?? null)}
      onSelectionChange={key => choose(key === null ? null : String(key))}
      onBlur={() => !isAdder && setText(value?.name ?? '')}
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
      <Popover className={styles.popover} offset={4}>
        <ListBox<ComboBoxItem>
          className={styles.list}
          renderEmptyState={() => <p className={styles.empty}>{emptyText(list)}</p>}
        >
          {item => (
            <ListBoxItem
              id={item.id}
              textValue={item.name}
              className={classes(styles.entry, item.id === createId && styles.create)}
            >
              <Text slot="label">{item.name}</Text>
              {item.detail && (
                <Text slot="description" className={styles.detail}>
                  {item.detail}
                </Text>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}

function emptyText({ isLoading, error }: { isLoading: boolean; error?: Error }): string {
  if (isLoading) return 'Looking…'
  return error ? 'The search did not answer. Type again to try once more.' : 'Nothing found.'
}
