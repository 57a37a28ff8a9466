'use client'
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState, useSyncExternalStore } from 'react'
import { inLanguage, type TextLanguage } from '#lib/languages/languages.ts'
import type { Picture } from '#lib/media/pictures.ts'
import type { DeskReview, DeskReviewState, EarlierReview, EditorChoices } from '#lib/reviews/desk-reviews.ts'
import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'
import type { DeskWork } from '#lib/works/desk-works.ts'
import type { Autosave } from './autosave.ts'
import type { DraftStore } from './draft-store.ts'
import type { EditorActions } from './editor-actions.ts'
import { createSelectedWords, type SelectedWords } from './selected-words.ts'

/** What the content's ids stand for, as far as this page has met them. */
export interface Known {
  works: Record<string, DeskWork>
  reviews: Record<string, EarlierReview>
  pictures: Record<string, Picture>
}

interface EditorDesk {
  review: DeskReview
  choices: EditorChoices
  actions: EditorActions
  draft: DraftStore
  autosave: Autosave
  selectedWords: SelectedWords
  known: Known
  learn: (more: Partial<Known>) => void
}

const Desk = createContext<EditorDesk | null>(null)

export function EditorProvider({
  children,
  review,
  ...desk
}: Omit<EditorDesk, 'known' | 'learn' | 'selectedWords'> & { children: ReactNode }) {
  const [known, setKnown] = useState<Known>(() => knownFrom(review))
  const learn = useCallback((more: Partial<Known>) => {
    setKnown(before => ({
      works: { ...before.works, ...more.works },
      reviews: { ...before.reviews, ...more.reviews },
      pictures: { ...before.pictures, ...more.pictures },
    }))
  }, [])
  const [selectedWords] = useState(createSelectedWords)
  const { choices, actions, draft, autosave } = desk
  const value = useMemo(
    () => ({ review, choices, actions, draft, autosave, selectedWords, known, learn }),
    [review, choices, actions, draft, autosave, selectedWords, known, learn],
  )
  return <Desk value={value}>{children}</Desk>
}

/** The names that a review brings along. */
export function knownFrom({
  work,
  rereviewOf,
  translationOf,
  pictures,
}: Pick<DeskReview, 'work' | 'rereviewOf' | 'translationOf' | 'pictures'>): Known {
  const reviews = [rereviewOf, translationOf].flatMap(review => review ?? [])
  return {
    works: work ? { [work.id]: work } : {},
    reviews: Object.fromEntries(reviews.map(review => [review.id, review])),
    pictures,
  }
}

/** The review that is being edited and all around it. */
export function useEditorDesk(): EditorDesk {
  const desk = useContext(Desk)
  if (!desk) throw new Error('The review editor has no review')
  return desk
}

/** One field of the draft: its value, how to change it, and why it was refused. */
export function useField<F extends keyof ReviewContent>(
  field: F,
): [ReviewContent[F], (value: ReviewContent[F]) => void, string | undefined] {
  const { draft } = useEditorDesk()
  const read = () => draft.get()[field]
  const value = useSyncExternalStore(draft.subscribe, read, read)
  const set = useCallback((next: ReviewContent[F]) => draft.set(patchOf(field, next)), [draft, field])
  return [value, set, useSaveStatus().problems[field]]
}

/** What the fields of its text say of their language, where it is not that of the desk's page: spelling is checked by it. */
export function useWritten(): Partial<TextLanguage> {
  const { choices } = useEditorDesk()
  const [language] = useField('language')
  return inLanguage(language ?? choices.language, choices.language)
}

/** The whole draft: draws anew at every keystroke, so only for what shows all of it. */
export function useDraft(): ReviewContent {
  const { draft } = useEditorDesk()
  return useSyncExternalStore(draft.subscribe, draft.get, draft.get)
}

/** How the saving stands. */
export function useSaveStatus() {
  const { autosave } = useEditorDesk()
  return useSyncExternalStore(autosave.subscribe, autosave.status, autosave.status)
}

/** What the review is to readers, with what was written since the page was loaded: a live one that was saved has changes. */
export function useReviewState(): DeskReviewState {
  const { review } = useEditorDesk()
  const { version, state } = useSaveStatus()
  const isTouched = version > review.version || state.kind !== 'saved'
  return review.state === 'live' && isTouched ? 'changed' : review.state
}

function patchOf<F extends keyof ReviewContent>(field: F, value: ReviewContent[F]): Partial<ReviewContent> {
  const patch: Partial<ReviewContent> = {}
  patch[field] = value
  return patch
}
