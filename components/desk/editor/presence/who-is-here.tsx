'use client'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { Button } from '#components/ui/button.tsx'
import { initialsOf, type PresentWindow } from '#lib/presence/presence.ts'
import styles from './presence.module.css'
import { presentSaid } from './presence-words.ts'
import { usePresenceState } from './use-presence.ts'

const shown = 3

/** Who else has the review open: their initials in the bar, and who they are and what they do when it is pressed. */
export function WhoIsHere() {
  const { presence } = usePresenceState()
  const others = presence?.others ?? []
  if (others.length === 0) return null
  return (
    <DialogTrigger>
      <Button variant="quiet" size="small" aria-label={labelOf(others)}>
        <span className={styles.faces} aria-hidden="true">
          {others.slice(0, shown).map(who => (
            <span
              key={who.id}
              className={styles.face}
              data-initials={initialsOf(who.name)}
              data-pen={who.holdsPen || undefined}
            />
          ))}
          {others.length > shown && <span className={styles.face} data-initials={`+${others.length - shown}`} />}
        </span>
      </Button>
      <Popover className={styles.popover ?? ''} placement="bottom end">
        <Dialog className={styles.people ?? ''} aria-label="Who is in this review">
          <ul>
            {others.map(who => (
              <li key={who.id}>{presentSaid(who)}</li>
            ))}
          </ul>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function labelOf(others: PresentWindow[]): string {
  const names = new Set(others.map(({ name, isOwn }) => (isOwn ? 'you, in another window' : name)))
  return `Also here: ${[...names].join(', ')}`
}
