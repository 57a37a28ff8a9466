'use client'
import { useState, useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import type { PresentWindow } from '#lib/presence/presence.ts'
import { useEditorDesk } from '../editor-context.tsx'
import styles from './presence.module.css'
import type { PresenceProblem } from './presence-store.ts'
import { problemSaid } from './presence-words.ts'
import { usePresenceState } from './use-presence.ts'

/** Asked of whoever writes, without taking the focus from what they write. */
export function PenQuestion() {
  const { presence } = usePresenceState()
  const asking = presence?.pen === 'here' ? presence.others.find(({ isAsking }) => isAsking) : undefined
  return asking ? <Question key={asking.id} who={asking} /> : null
}

function Question({ who }: { who: PresentWindow }) {
  const { presence } = useEditorDesk()
  const [problem, setProblem] = useState<PresenceProblem | null>(null)
  const [isGiving, give] = useTransition()
  const [isDeclining, decline] = useTransition()
  const name = who.isOwn ? 'Your other window' : who.name
  return (
    <section className={styles.question} aria-label={`${name} asks to write`}>
      <p>
        <strong>{name} asks to write.</strong> If you give it, what you wrote is saved first, and you read along.
      </p>
      <div className={styles.offers}>
        <Button
          size="small"
          pending={isDeclining && 'Not now…'}
          onPress={() => decline(async () => setProblem(await presence.decline(who.id)))}
        >
          Not now
        </Button>
        <Button
          size="small"
          variant="primary"
          pending={isGiving && 'Saving and giving…'}
          onPress={() => give(async () => setProblem(await presence.give(who.id)))}
        >
          Give it
        </Button>
      </div>
      {problem && (
        <p className={styles.problem} role="alert">
          {problemSaid(problem)}
        </p>
      )}
    </section>
  )
}
