'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { isField } from '#lib/reviews/compare.ts'
import type { DeskReview, EditorChoices } from '#lib/reviews/desk-reviews.ts'
import { BodyEditor } from './body-editor.tsx'
import type { EditorActions } from './editor-actions.ts'
import { EditorBar } from './editor-bar.tsx'
import { EditorProvider, useEditorDesk } from './editor-context.tsx'
import { goToField, onShowPanel, onShowText, showOutline } from './go-to-field.ts'
import { HeadFields, VerdictField } from './head-fields.tsx'
import { later } from './later.tsx'
import { NamesProvider } from './names/names-context.tsx'
import { usePresence } from './presence/use-presence.ts'
import styles from './review-editor.module.css'
import { SavingNotices } from './saving-notices.tsx'
import { SidePanel } from './side-panel.tsx'
import { onAsked, useToolKeys } from './tool-keys.ts'
import { useEditorKeys } from './use-editor-keys.ts'
import { useFocusMode } from './use-focus-mode.ts'
import { type LeftCopies, useReviewSaving } from './use-review-saving.ts'
import { WordsCount } from './words-count.tsx'

// Loaded when they are first shown.
const WhosePen = later(() => import('./presence/whose-pen.tsx').then(module => module.WhosePen))
const PublishDialog = later(() => import('./publish-dialog.tsx').then(module => module.PublishDialog))
const Recovered = later(() => import('./recovered.tsx').then(module => module.Recovered))
const RatingField = later(() => import('./rating-field.tsx').then(module => module.RatingField))
const KeepVersion = later(() => import('./keep-version.tsx').then(module => module.KeepVersion))
const TrashDialog = later(() => import('./trash-dialog.tsx').then(module => module.TrashDialog))
const RetractDialog = later(() => import('./retract-dialog.tsx').then(module => module.RetractDialog))
const PreviewFrame = later(() => import('./preview-frame.tsx').then(module => module.PreviewFrame))
const PreviewBeside = later(() => import('./preview-beside.tsx').then(module => module.PreviewBeside))
const NotesLayer = later(() => import('./notes/notes-layer.tsx').then(module => module.default))
const FocusStrip = later(() => import('./focus-strip.tsx').then(module => module.FocusStrip))

export interface ReviewEditorProps {
  review: DeskReview
  choices: EditorChoices
  actions: EditorActions
}

/** The review editor: the text has the whole screen, everything about it stands beside it. */
export function ReviewEditor({ review, choices, actions }: ReviewEditorProps) {
  const { draft, autosave, left, isOutdated } = useReviewSaving(review, choices)
  const presence = usePresence(review, { draft, autosave })
  return (
    <EditorProvider {...{ review, choices, actions, draft, autosave, presence }}>
      <NamesProvider>
        <Screen left={left} />
        <SavingNotices isOutdated={isOutdated} />
      </NamesProvider>
    </EditorProvider>
  )
}

type Showing = 'publish' | 'keep' | 'trash' | 'retract' | 'preview' | 'beside' | null

function Screen({ left }: { left: LeftCopies }) {
  const [showing, setShowing] = useState<Showing>(null)
  const [isPanelOpen, setPanelOpen] = usePanel()
  const [wasLeft, setWasLeft] = useState(false)
  if (left.copies.length > 0 && !wasLeft) setWasLeft(true)
  const show = (what: Showing) => (isOpen: boolean) => setShowing(isOpen ? what : null)
  const { isFocused, isEven } = useFocusMode()
  // Beside the text where there is room for both, over it where there is not.
  useEffect(() => onShowPanel(() => setShowing(now => (now === 'beside' ? null : now))), [])
  const preview = useCallback(
    () => setShowing(now => (now === 'beside' ? null : matchMedia(narrow).matches ? 'preview' : 'beside')),
    [],
  )
  useEditorKeys({ onPublish: () => setShowing('publish') })
  useToolKeys()
  useAsked(preview)
  const { mayWrite } = useEditorDesk()
  useEffect(() => (mayWrite ? onAsked(['keep'], () => setShowing('keep')) : undefined), [mayWrite])
  useFieldOfAddress()
  const isBeside = showing === 'beside' && !isFocused
  return (
    <div
      className={styles.editor}
      data-panel={isPanelOpen || isBeside ? 'open' : 'closed'}
      data-beside={isBeside || undefined}
      data-focus={isFocused ? (isEven ? 'even' : 'soft') : undefined}
    >
      <EditorBar
        isPanelOpen={isPanelOpen}
        onPanel={() => setPanelOpen(!isPanelOpen)}
        onPublish={() => setShowing('publish')}
        onRetract={() => setShowing('retract')}
        onTrash={() => setShowing('trash')}
        onPreview={preview}
      />
      <WhosePen />
      <main className={styles.main} id="main">
        <div className={styles.page}>
          <div className={styles.sheet}>
            {wasLeft && <Recovered left={left} />}
            <HeadFields />
            <BodyEditor />
            <NotesLayer />
            <WordsCount />
            <div className={styles.judgement}>
              <VerdictField />
              <RatingField />
            </div>
          </div>
        </div>
        <SidePanel onClose={() => setPanelOpen(false)} />
        {isFocused && <FocusStrip />}
        {isBeside && <PreviewBeside onClose={() => setShowing(null)} />}
      </main>
      {showing === 'publish' && <PublishDialog isOpen onOpenChange={show('publish')} />}
      {showing === 'keep' && <KeepVersion isOpen onOpenChange={show('keep')} />}
      {showing === 'trash' && <TrashDialog isOpen onOpenChange={show('trash')} />}
      {showing === 'retract' && <RetractDialog isOpen onOpenChange={show('retract')} />}
      {showing === 'preview' && <PreviewFrame isOpen onOpenChange={show('preview')} />}
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

function useAsked(onPreview: () => void) {
  useEffect(
    () => onAsked(['preview', 'outline'], tool => (tool === 'preview' ? onPreview() : showOutline())),
    [onPreview],
  )
}

/** An address can lead to a field: `#field-pullQuote`. */
function useFieldOfAddress() {
  useEffect(() => {
    const field = location.hash.replace('#field-', '')
    if (isField(field) || field === 'timing') goToField(field)
  }, [])
}

const narrow = '(max-width: 60rem)'
