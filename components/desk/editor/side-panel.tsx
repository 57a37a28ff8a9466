'use client'
import { useEffect, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import hidden from '#components/ui/visually-hidden.module.css'
import { useText } from './editor-context.tsx'
import { onShowPanel } from './go-to-field.ts'
import { later } from './later.tsx'
import styles from './panel.module.css'

// What stands beside the text is loaded after it; some of it when it is looked at.
const PanelDetails = later(() => import('./panel-details.tsx').then(module => module.PanelDetails))
const ElsewherePanel = later(() => import('./elsewhere/elsewhere-panel.tsx').then(module => module.default))
const NotesPanel = later(() => import('./notes/notes-panel.tsx').then(module => module.default))
const NotesCount = later(() => import('./notes/notes-count.tsx').then(module => module.NotesCount))
const Outline = later(() => import('./outline.tsx').then(module => module.Outline))

const views = { details: 'About', outline: 'Outline', notes: 'Notes', elsewhere: 'Elsewhere' } as const
type View = keyof typeof views

/** What stands beside the text: all about the review that is not its text, or how it will look where machines show it. */
export function SidePanel({ onClose }: { onClose: () => void }) {
  const [view, setView] = useState<View>('details')
  const isTextThere = useText() !== null
  const [outlineTimes, setOutlineTimes] = useState(0)
  useEffect(
    () =>
      onShowPanel(field => {
        setView(viewOf(field))
        if (field === 'outline') setOutlineTimes(times => times + 1)
      }),
    [],
  )
  return (
    <section className={styles.panel} id="details" data-view={view} aria-label="Details of the review">
      <div className={styles.close}>
        <Button variant="quiet" size="small" onPress={onClose}>
          <Icon name="back" /> Back to the text
        </Button>
      </div>
      <div className={styles.views}>
        {(['details', 'outline', 'notes', 'elsewhere'] as const).map(name => (
          <button
            key={name}
            type="button"
            aria-pressed={view === name}
            onClick={() => {
              setView(name)
              setOutlineTimes(0)
            }}
          >
            {name === 'elsewhere' && <span className={hidden.hidden}>How it looks </span>}
            {views[name]}
            {name === 'notes' && isTextThere && <NotesCount />}
          </button>
        ))}
      </div>
      <div hidden={view !== 'details'}>{isTextThere && <PanelDetails />}</div>
      {view === 'elsewhere' && <ElsewherePanel />}
      {view === 'notes' && <NotesPanel />}
      {view === 'outline' && <Outline times={outlineTimes} />}
    </section>
  )
}

function viewOf(field: string): View {
  if (field === 'outline' || field === 'notes') return field
  return field === 'searchTitle' || field === 'searchDescription' ? 'elsewhere' : 'details'
}
