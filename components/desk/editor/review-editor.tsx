'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { isField } from '#lib/reviews/compare.ts'
import type { DeskReview, EditorChoices } from '#lib/reviews/desk-reviews.ts'
import { BodyEditor } from './body-editor.tsx'
import { Conflict } from './conflict.tsx'
import type { EditorActions } from './editor-actions.ts'
import { EditorBar } from './editor-bar.tsx'
import { EditorProvider } from './editor-context.tsx'
import { goToField, onShowPanel, onShowText } from './go-to-field.ts'
import { HeadFields, VerdictField } from './head-fields.tsx'
import { NamesProvider } from './names/names-context.tsx'
import { PreviewFrame } from './preview-frame.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import { RatingField } from './rating-field.tsx'
import { Recovered } from './recovered.tsx'
import { RetractDialog } from './retract-dialog.tsx'
import styles from './review-editor.module.css'
import { SidePanel } from './side-panel.tsx'
import { useEditorKeys } from './use-editor-keys.ts'
import { type LeftCopies, useReviewSaving } from './use-review-saving.ts'
import { WordsCount } from './words-count.tsx'

export interface ReviewEditorProps {
  review: DeskReview
  choices: EditorChoices
  actions: EditorActions
}

/** The review editor: the text has the whole screen, everything about it stands beside it. */
export function ReviewEditor({ review, choices, actions }: ReviewEditorProps) {
  const { draft, autosave, left } = useReviewSaving(review)
  return (
    <EditorProvider {...{ review, choices, actions, draft, autosave }}>
      <NamesProvider>
        <Screen left={left} />
      </NamesProvider>
    </EditorProvider>
  )
}

type Showing = 'publish' | 'retract' | 'preview' | null

function Screen({ left }: { left: LeftCopies }) {
  const [showing, setShowing] = useState<Showing>(null)
  const [isPanelOpen, setPanelOpen] = usePanel()
  const show = (what: Showing) => (isOpen: boolean) => setShowing(isOpen ? what : null)
  useEditorKeys({ onPublish: () => setShowing('publish') })
  useFieldOfAddress()
  return (
    <div className={styles.editor} data-panel={isPanelOpen ? 'open' : 'closed'}>
      <EditorBar
        isPanelOpen={isPanelOpen}
        onPanel={() => setPanelOpen(!isPanelOpen)}
        onPublish={() => setShowing('publish')}
        onRetract={() => setShowing('retract')}
        onPreview={() => setShowing('preview')}
      />
      <main className={styles.main} id="main">
        <div className={styles.page}>
          <div className={styles.sheet}>
            <Recovered left={left} />
            <HeadFields />
            <BodyEditor />
            <WordsCount />
            <div className={styles.judgement}>
              <VerdictField />
              <RatingField />
            </div>
          </div>
        </div>
        <SidePanel onClose={() => setPanelOpen(false)} />
      </main>
      <Conflict />
      <PublishDialog isOpen={showing === 'publish'} onOpenChange={show('publish')} />
      <RetractDialog isOpen={showing === 'retract'} onOpenChange={show('retract')} />
      <PreviewFrame isOpen={showing === 'preview'} onOpenChange={show('preview')} />
    </div>
  )
}

/** Open beside the text where there is room; on a narrow screen it covers the text, so it begins closed, and at its top. */
function usePanel(): [boolean, (isOpen: boolean) => void] {
  const [isOpen, setOpen] = useState(true)
  const place = useRef(0)
  const open = useCallback((next: boolean) => {
    const isCovering = matchMedia(narrow).matches
    if (isCovering && next) place.current = window.scrollY
    setOpen(next)
    if (isCovering) requestAnimationFrame(() => window.scrollTo(0, next ? 0 : place.current))
  }, [])
  useEffect(() => {
    if (matchMedia(narrow).matches) setOpen(false)
    const stops = [
      onShowPanel(() => setOpen(true)),
      onShowText(() => {
        if (matchMedia(narrow).matches) setOpen(false)
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [])
  return [isOpen, open]
}

/** An address can lead to a field: `#field-pullQuote`. */
function useFieldOfAddress() {
  useEffect(() => {
    const field = location.hash.replace('#field-', '')
    if (isField(field)) goToField(field)
  }, [])
}

const narrow = '(max-width: 60rem)'
