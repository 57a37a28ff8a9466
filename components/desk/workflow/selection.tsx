'use client'
import { createContext, type ReactNode, useContext, useState } from 'react'
import type { PlanChoices } from '#lib/workflow/desk-queries.ts'
import { BulkBar } from './bulk-bar.tsx'
import styles from './selection.module.css'

export interface Selectable {
  id: string
  /** Of its text, and of its plan. */
  version: number
  planVersion: number
}

const Chosen = createContext<{ ids: ReadonlySet<string>; toggle: (id: string) => void }>({
  ids: new Set(),
  toggle: () => {},
})

/** A list of reviews of which some can be chosen, and then changed at once. */
export function Selection({
  rows,
  choices,
  children,
}: {
  rows: Selectable[]
  choices: PlanChoices
  children: ReactNode
}) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  // Of what is still on the page.
  const chosen = rows.filter(({ id }) => ids.has(id))
  const toggle = (id: string) =>
    setIds(before => {
      const next = new Set(before)
      if (!next.delete(id)) next.add(id)
      return next
    })
  return (
    <Chosen value={{ ids, toggle }}>
      <div className={styles.all}>
        <label>
          <input
            type="checkbox"
            checked={chosen.length === rows.length}
            onChange={event => setIds(new Set(event.target.checked ? rows.map(({ id }) => id) : []))}
          />{' '}
          Choose all on this page
        </label>
      </div>
      <BulkBar chosen={chosen} choices={choices} onDone={() => setIds(new Set())} />
      {children}
    </Chosen>
  )
}

/** The box before a row. */
export function SelectBox({ id, title }: { id: string; title: string }) {
  const { ids, toggle } = useContext(Chosen)
  return (
    <input
      type="checkbox"
      className={styles.box}
      aria-label={`Choose ${title || 'the review without a headline'}`}
      checked={ids.has(id)}
      onChange={() => toggle(id)}
    />
  )
}
