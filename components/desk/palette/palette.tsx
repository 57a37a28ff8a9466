'use client'
import { type RefObject, startTransition, useEffect, useMemo, useRef, useState } from 'react'
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  Text,
  TextField,
} from 'react-aria-components'
import { afterClosing } from '#components/desk/asked.ts'
import { Icon } from '#components/ui/icon.tsx'
import { type Found, useFound } from '#components/ui/use-found.ts'
import hidden from '#components/ui/visually-hidden.module.css'
import type { Role } from '#lib/auth/policy.ts'
import { type FoundAtDesk, foundSchema, placeOf } from '#lib/search/desk-find.ts'
import { type DeskActions, useDeskActions } from './desk-tools.tsx'
import styles from './palette.module.css'
import { offeredHere } from './palette-asked.ts'
import { type Choice, choicesFor, likeliestFirst, screenChoices } from './palette-choices.ts'

export interface PaletteProps {
  role: Role
  onClose: () => void
  onHelp: () => void
}

/** One field for everything: what can be done here, every screen, and what there is by name. */
export function Palette({ role, onClose, onHelp }: PaletteProps) {
  const [typed, setTyped] = useState('')
  const { items, state, look } = useFound(findByName)
  useEffect(() => look(typed.trim()), [look, typed])
  const actions = useDeskActions()
  const [here] = useState(offeredHere)
  const deeds = useMemo(() => [...here, ...deedsOf(actions, onHelp)], [here, actions, onHelp])
  const screens = useMemo(() => screenChoices(role), [role])
  const found = likeliestFirst(items.map(choiceOf), typed)
  const sections = [
    ...(typed.trim() ? [] : [{ name: 'Changed lately', choices: found }]),
    { name: 'Do', choices: choicesFor(deeds, typed) },
    { name: 'Go to', choices: choicesFor(screens, typed) },
    ...(typed.trim() ? [{ name: 'By name', choices: found }] : []),
  ].filter(({ choices }) => choices.length > 0)
  const dialog = useRef<HTMLElement>(null)
  useFirstChosen(dialog, typed, items)
  return (
    <ModalOverlay className={styles.overlay} isOpen isDismissable onOpenChange={onClose}>
      <Modal className={styles.modal}>
        <Dialog ref={dialog} className={styles.dialog} aria-label="Find or do">
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <TextField type="search" className={styles.field} aria-label="What are you looking for?" autoFocus>
              <Icon name="search" />
              <Input className={styles.input} placeholder="Find a review, a work, a screen; or do something" />
            </TextField>
            <ListBox
              className={styles.choices}
              aria-label="What fits"
              renderEmptyState={() => <p className={styles.empty}>{emptyText(state)}</p>}
            >
              {sections.map(({ name, choices }) => (
                <ListBoxSection key={name} className={styles.section}>
                  <Header className={styles.heading}>{name}</Header>
                  {choices.map(choice => (
                    <Entry key={choice.id} choice={choice} onClose={onClose} />
                  ))}
                </ListBoxSection>
              ))}
            </ListBox>
          </Autocomplete>
          <p role="status" className={hidden.hidden}>
            {state === 'failed' ? emptyText(state) : ''}
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/**
 * While something is typed, Enter takes what is at the top. The library chooses it when a letter is typed, and loses it when what was
 * found for the letter comes and the other goes: then the arrow key, which it hears, is pressed for it.
 */
function useFirstChosen(dialog: RefObject<HTMLElement | null>, typed: string, items: readonly FoundAtDesk[]): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown changes with what was found
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (!typed || dialog.current?.querySelector('[role="option"][data-focused]')) return
      const press = new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true })
      dialog.current?.querySelector('input')?.dispatchEvent(press)
    })
    return () => cancelAnimationFrame(frame)
  }, [dialog, typed, items])
}

function Entry({ choice: { id, name, detail, href, act }, onClose }: { choice: Choice; onClose: () => void }) {
  return (
    <ListBoxItem
      id={id}
      textValue={name}
      className={styles.entry}
      href={href}
      onAction={() => {
        onClose()
        if (act) afterClosing(act)
      }}
    >
      <Text slot="label" className={styles.label}>
        <span>{name}</span> {detail && <span className={styles.detail}>{detail}</span>}
      </Text>
    </ListBoxItem>
  )
}

/** What can be done on every page. */
function deedsOf({ createReview, signOut }: DeskActions, help: () => void): Choice[] {
  return [
    { id: 'create', name: 'New review', words: 'write begin draft', act: () => startTransition(createReview) },
    { id: 'help', name: 'Help with this screen', words: 'what how explain', act: help },
    { id: 'site', name: 'See the site', words: 'readers public front page', act: () => location.assign('/') },
    { id: 'sign-out', name: 'Sign out', words: 'log out leave', act: () => startTransition(signOut) },
  ]
}

function choiceOf(found: FoundAtDesk): Choice {
  return { id: `${found.kind}-${found.id}`, name: found.name, detail: found.detail, href: placeOf(found) }
}

async function findByName(query: string, signal: AbortSignal): Promise<FoundAtDesk[]> {
  const response = await fetch(`/api/desk/find?${new URLSearchParams({ q: query })}`, { signal, cache: 'no-store' })
  if (!response.ok) throw new Error(`The search answered ${response.status}`)
  return foundSchema.parse(await response.json()).found
}

function emptyText(state: Found<unknown>['state']): string {
  if (state === 'failed') return 'The search did not answer. Screens are still found; type again to try once more.'
  return state === 'found' ? 'Nothing fits. Try fewer letters.' : 'Looking…'
}
