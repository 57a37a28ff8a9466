'use client'
import { type RefObject, useEffect, useRef, useState, useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import { useEditorDesk, useSaveStatus } from '../editor-context.tsx'
import { later } from '../later.tsx'
import styles from './presence.module.css'
import type { PresenceProblem } from './presence-store.ts'
import { lostSaid, type PenSaid, penSaid, problemSaid } from './presence-words.ts'
import { usePresenceState } from './use-presence.ts'

const TakeOverDialog = later(() => import('./take-over-dialog.tsx').then(module => module.TakeOverDialog))

/** Over a text that somebody else writes: who does, and how to come to write oneself. */
export function PenLine() {
  const { review, choices, mayWrite } = useEditorDesk()
  const { presence, isReachable } = usePresenceState()
  const { state } = useSaveStatus()
  const line = useRef<HTMLElement>(null)
  const isShown = presence !== null && presence.pen !== 'here'
  useFocusWithPen(line, mayWrite)
  if (!isShown && mayWrite) return null
  if (!presence) return null
  const said = isReachable ? penSaid(presence, review.may.edit) : unreachable
  if (said.text === '') return null
  return (
    <section className={styles.line} ref={line} aria-label="Who is writing" tabIndex={-1} data-pen-line="">
      <div className={styles.said}>
        {presence.lost && isReachable && (
          <p className={styles.lost}>{lostSaid(presence.lost, state.kind === 'saved', choices.editorName)}</p>
        )}
        <p>{said.text}</p>
      </div>
      {said.offers.length > 0 && <Offers offers={said.offers} line={line} />}
    </section>
  )
}

const unreachable: PenSaid = {
  text: 'The desk cannot be reached, so nobody can say who is writing. You can write here; it is compared with theirs when the desk is back.',
  offers: [],
}

function Offers({ offers, line }: { offers: PenSaid['offers']; line: RefObject<HTMLElement | null> }) {
  const { presence } = useEditorDesk()
  const { presence: now } = usePresenceState()
  const holder = now?.others.find(({ holdsPen }) => holdsPen)
  const [problem, setProblem] = useState<PresenceProblem | null>(null)
  const [isAsking, setAsking] = useState(false)
  const [isPending, start] = useTransition()
  const run = (wish: () => Promise<PresenceProblem | null>) =>
    start(async () => {
      // The button goes with what it asked for: the focus stays with the line, not with nothing.
      line.current?.focus()
      const next = await wish()
      start(() => setProblem(next))
    })
  const press = (verb: PenSaid['offers'][number]['verb']) => {
    if (verb === 'take-over' && holder && !holder.isOwn) return setAsking(true)
    run(() => (verb === 'take-over' ? presence.takeOver('') : presence.ask()))
  }
  return (
    <div className={styles.offers}>
      {offers.map(({ verb, label, isMain }) => (
        <Button
          key={verb}
          size="small"
          variant={isMain ? 'primary' : 'plain'}
          isDisabled={isPending}
          onPress={() => press(verb)}
        >
          {label}
        </Button>
      ))}
      {problem && (
        <p className={styles.problem} role="alert">
          {problemSaid(problem)}
        </p>
      )}
      {isAsking && holder && now && (
        <TakeOverDialog name={holder.name} needsWord={now.takeOver === 'with-word'} onClose={() => setAsking(false)} />
      )}
    </div>
  )
}

/** Whoever waited for the pen, with the focus where they asked, goes on in the text. */
function useFocusWithPen(line: RefObject<HTMLElement | null>, mayWrite: boolean) {
  const wasWaiting = useRef(false)
  useEffect(() => {
    if (!mayWrite) {
      const watch = () => {
        wasWaiting.current = line.current?.contains(document.activeElement) ?? false
      }
      document.addEventListener('focusin', watch)
      return () => document.removeEventListener('focusin', watch)
    }
    if (wasWaiting.current) document.getElementById('field-body')?.focus()
    wasWaiting.current = false
  }, [line, mayWrite])
}
