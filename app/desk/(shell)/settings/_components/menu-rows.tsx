'use client'
import { useRef } from 'react'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { focusRow, MoveHandle, moved } from '#components/ui/move-handle.tsx'
import { Select } from '#components/ui/select.tsx'
import { houseLimits } from '#lib/settings/house-limits.ts'
import type { MenuEntry } from '#lib/settings/menus.ts'
import rows from './rows.module.css'
import styles from './settings.module.css'

interface MenuRowsProps {
  /** The setting's name. */
  id: string
  title: string
  /** What the usual menu is. */
  about: string
  /** Null for the usual menu. */
  entries: MenuEntry[] | null
  usual: MenuEntry[]
  pages: MenuEntry[]
  /** By `<id>.<row>.<field>`. */
  problems: Record<string, string>
  onChange: (entries: MenuEntry[] | null) => void
}

/** A menu: the usual one, or the house's own, whose entries are named, moved and taken away. */
export function MenuRows({ id, title, about, entries, usual, pages, problems, onChange }: MenuRowsProps) {
  const list = useRef<HTMLOListElement>(null)
  if (entries === null)
    return (
      <div className={styles.group}>
        <h2>{title}</h2>
        <p className={styles.quiet}>The usual menu. {about}</p>
        <div className={rows.buttons}>
          <Button onPress={() => onChange(usual)}>Make it your own</Button>
        </div>
      </div>
    )
  const change = (index: number, part: Partial<MenuEntry>) =>
    onChange(entries.map((entry, place) => (place === index ? changed(entry, part) : entry)))
  return (
    <div className={styles.group}>
      <h2>{title}</h2>
      <ol ref={list} className={rows.rows}>
        {entries.map((entry, index) => (
          <li key={keyOf(entry)} className={rows.row}>
            <MoveHandle
              name={entry.label || 'an entry without a name'}
              index={index}
              count={entries.length}
              onMove={to => onChange(moved(entries, index, to))}
            />
            <EntryFields
              entry={entry}
              place={`${title.toLowerCase()}, ${index + 1}`}
              problems={{ label: problems[`${id}.${index}.label`], address: problems[`${id}.${index}.address`] }}
              onChange={part => change(index, part)}
            />
            <Button
              size="small"
              variant="quiet"
              aria-label={`Take away: ${entry.label || 'an entry without a name'}`}
              onPress={() => {
                onChange(entries.filter((_, place) => place !== index))
                focusRow(list.current, index)
              }}
            >
              Take away
            </Button>
          </li>
        ))}
      </ol>
      <Select
        label={`Add a page ${title.toLowerCase()}`}
        placeholder="Choose…"
        options={pages
          .filter(({ address }) => entries.every(entry => entry.address !== address))
          .map(({ label, address }) => ({ value: address, label }))}
        value=""
        disabled={entries.length >= houseLimits.menu}
        onChange={event => {
          const page = pages.find(({ address }) => address === event.target.value)
          if (page) onChange([...entries, page])
        }}
        error={problems[id]}
      />
      <div className={rows.buttons}>
        <Button
          isDisabled={entries.length >= houseLimits.menu}
          onPress={() => onChange([...entries, { label: '', address: 'https://' }])}
        >
          Add an address
        </Button>
        <Button variant="quiet" onPress={() => onChange(null)}>
          Back to the usual menu
        </Button>
      </div>
    </div>
  )
}

/** What tells rows apart: a menu may name one page twice, and the focus goes along with a row that is moved or typed in. */
const keys = new WeakMap<MenuEntry, string>()

function keyOf(entry: MenuEntry): string {
  const key = keys.get(entry) ?? crypto.randomUUID()
  keys.set(entry, key)
  return key
}

function changed(entry: MenuEntry, part: Partial<MenuEntry>): MenuEntry {
  const next = { ...entry, ...part }
  keys.set(next, keyOf(entry))
  return next
}

interface EntryFieldsProps {
  entry: MenuEntry
  /** "in the header, 2" */
  place: string
  problems: Partial<Record<keyof MenuEntry, string | undefined>>
  onChange: (part: Partial<MenuEntry>) => void
}

function EntryFields({ entry, place, problems, onChange }: EntryFieldsProps) {
  return (
    <div className={rows.fields}>
      <TextField
        label={`Name ${place}`}
        hideLabel
        placeholder="Name"
        maxLength={houseLimits.label}
        value={entry.label}
        onChange={event => onChange({ label: event.target.value })}
        error={problems.label}
      />
      <TextField
        label={`Address ${place}`}
        hideLabel
        placeholder="/page or https://"
        inputMode="url"
        spellCheck={false}
        autoCapitalize="none"
        maxLength={500}
        value={entry.address}
        onChange={event => onChange({ address: event.target.value })}
        error={problems.address}
      />
    </div>
  )
}
