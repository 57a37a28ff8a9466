'use client'
import { useEffect, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { useEditorDesk } from './editor-context.tsx'
import styles from './preview-frame.module.css'

const widths = { Wide: '100%', Phone: '24.375rem' } as const
type Width = keyof typeof widths

/** The review as readers will see it, over the editor: saved first, so that it shows what stands there. */
export function PreviewFrame({ isOpen, onOpenChange }: { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }) {
  return (
    <Dialog title="Preview" size="wide" isOpen={isOpen} onOpenChange={onOpenChange}>
      <Frame />
    </Dialog>
  )
}

function Frame() {
  const { review, autosave } = useEditorDesk()
  const [isSaved, setSaved] = useState<boolean | null>(null)
  const [width, setWidth] = useState<Width>('Wide')
  useEffect(() => {
    void autosave.save().then(setSaved)
  }, [autosave])
  const path = `/desk/reviews/${review.id}/preview`
  return (
    <div className={styles.preview}>
      <p className={styles.bar}>
        <span>
          {isSaved === false
            ? 'Without what could not be saved.'
            : 'As it stands now. Only people at the desk see this.'}
        </span>
        {(['Wide', 'Phone'] as const).map(name => (
          <Button key={name} size="small" variant="quiet" aria-pressed={width === name} onPress={() => setWidth(name)}>
            {name}
          </Button>
        ))}
        <a href={path} target="_blank" rel="noreferrer">
          In a tab of its own
        </a>
      </p>
      <div className={styles.window}>
        {isSaved === null ? (
          <p>Saving…</p>
        ) : (
          <iframe src={path} title="The review as readers will see it" style={{ inlineSize: widths[width] }} />
        )}
      </div>
    </div>
  )
}
