'use client'
import type { Editor } from '@tiptap/core'
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import { inLanguage, type TextLanguage } from '#lib/languages/languages.ts'
import type { Picture } from '#lib/media/pictures.ts'
import type { DeskReview, DeskReviewState, EarlierReview, EditorChoices } from '#lib/reviews/desk-reviews.ts'
import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'
import type { DeskWork } from '#lib/works/desk-works.ts'
import type { Autosave } from './autosave.ts'
import type { DraftStore } from './draft-store.ts'
import type { EditorActions } from './editor-actions.ts'
import { onIdle } from './idle.ts'
import { mayWriteIn, type PresenceStore } from './presence/presence-store.ts'
import { createSelectedWords, type SelectedWords } from './selected-words.ts'
import { createTextHandle, type TextHandle } from './text-handle.ts'

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
  presence: PresenceStore
  /** They may write here, and this window has the pen: fields are read-only otherwise. */
  mayWrite: boolean
  selectedWords: SelectedWords
  text: TextHandle
  known: Known
  learn: (more: Partial<Known>) => void
}

const Desk = createContext<EditorDesk | null>(null)

export function EditorProvider({
  children,
  review,
  ...desk
}: Omit<EditorDesk, 'known' | 'learn' | 'mayWrite' | 'selectedWords' | 'text'> & { children: ReactNode }) {
  const [known, setKnown] = useState<Known>(() => knownFrom(review))
  const learn = useCallback((more: Partial<Known>) => {
    setKnown(before => ({
      works: { ...before.works, ...more.works },
      reviews: { ...before.reviews, ...more.reviews },
      pictures: { ...before.pictures, ...more.pictures },
    }))
  }, [])
  const [selectedWords] = useState(createSelectedWords)
  const [text] = useState(createTextHandle)
  const { choices, actions, draft, autosave, presence } = desk
  const isWriting = () => mayWriteIn(presence.get())
  const mayWrite = useSyncExternalStore(presence.subscribe, isWriting, isWriting) && review.may.edit
  const value = useMemo(
    () => ({ review, choices, actions, draft, autosave, presence, mayWrite, selectedWords, text, known, learn }),
    [review, choices, actions, draft, autosave, presence, mayWrite, selectedWords, text, known, learn],
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
  const { draft, autosave } = useEditorDesk()
  const read = () => draft.get()[field]
  const value = useSyncExternalStore(draft.subscribe, read, read)
  const readProblem = () => autosave.status().problems[field]
  const problem = useSyncExternalStore(autosave.subscribe, readProblem, readProblem)
  const set = useCallback((next: ReviewContent[F]) => draft.set(patchOf(field, next)), [draft, field])
  return [value, set, problem]
}

/** What the fields of its text say of their language, where it is not that of the desk's page: spelling is checked by it. */
export function useWritten(): Partial<TextLanguage> {
  const { choices } = useEditorDesk()
  const [language] = useField('language')
  return inLanguage(language ?? choices.language, choices.language)
}

/**
 * The whole draft, some time after it was changed, when the browser has nothing better to do: for what shows all of it, and must not
 * stand between a key and its letter.
 */
export function useDraft(): ReviewContent {
  const { draft } = useEditorDesk()
  const [content, setContent] = useState(draft.get)
  useEffect(() => onIdle(draft.subscribe, () => setContent(draft.get())), [draft])
  return content
}

/** The text's editor, for what stands beside the text; null until it is there. */
export function useText(): Editor | null {
  const { text } = useEditorDesk()
  return useSyncExternalStore(text.subscribe, text.get, () => null)
}

/** How the saving stands. */
export function useSaveStatus() {
  const { autosave } = useEditorDesk()
  return useSyncExternalStore(autosave.subscribe, autosave.status, autosave.status)
}

/** What the review is to readers, with what was written since the page was loaded: a live one that was saved has changes. */
export function useReviewState(): DeskReviewState {
  const { review, autosave } = useEditorDesk()
  const read = () => {
    const { version, state } = autosave.status()
    return version > review.version || state.kind !== 'saved'
  }
  const isTouched = useSyncExternalStore(autosave.subscribe, read, read)
  return review.state === 'live' && isTouched ? 'changed' : review.state
}

function patchOf<F extends keyof ReviewContent>(field: F, value: ReviewContent[F]): Partial<ReviewContent> {
  const patch: Partial<ReviewContent> = {}
  patch[field] = value
  return patch
}
