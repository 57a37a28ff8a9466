'use client'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { type Clock, Moment } from '#components/desk/moment.tsx'
import type { TrashOutcome } from '#components/desk/trash/trash-actions.ts'
import { TrashProblem } from '#components/desk/trash/trash-problem.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogActions } from '#components/ui/dialog.tsx'
import { useStatus } from '#components/ui/status-line.tsx'
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx'
import { daysLeftText, type TrashKind, type TrashRow } from '#lib/trash/trash.ts'
import styles from './trash.module.css'

type Act = (thing: { kind: TrashKind; id: string }) => Promise<TrashOutcome>

interface TrashRowsProps {
  rows: TrashRow[]
  clock: Clock
  putBack: Act
  deleteForGood: Act
}

/** What is in the trash, thrown away last first. */
export function TrashRows({ rows, ...rest }: TrashRowsProps) {
  return (
    <ol className={styles.rows}>
      {rows.map(row => (
        <Row key={`${row.kind} ${row.id}`} row={row} {...rest} />
      ))}
    </ol>
  )
}

function Row({ row, clock, putBack, deleteForGood }: Omit<TrashRowsProps, 'rows'> & { row: TrashRow }) {
  const say = useStatus()
  const router = useRouter()
  const [outcome, setOutcome] = useState<TrashOutcome | null>(null)
  const [isActing, start] = useTransition()
  const { kind, id, name, detail, at, by, daysLeft, may } = row
  const act = (what: Act) =>
    start(async () => {
      const done = await what({ kind, id }).catch(() => noAnswer)
      setOutcome(done)
      if (!done.ok) return
      say(`${done.said} “${name}”`)
      router.refresh()
    })
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <p className={styles.name}>{name}</p>
        <p className={styles.facts}>
          {detail} · deleted <Moment iso={at} clock={clock} />
          {by && ` by ${by}`} · <span data-soon={daysLeft <= 3 || undefined}>{daysLeftText(daysLeft)}</span>
        </p>
        {outcome && !outcome.ok && <TrashProblem outcome={outcome} />}
      </div>
      <div className={styles.buttons}>
        <Button size="small" pending={isActing && 'Working…'} onPress={() => act(putBack)}>
          Put back<VisuallyHidden>: {name}</VisuallyHidden>
        </Button>
        {may.purge && <DeleteForGood name={name} onDelete={() => act(deleteForGood)} />}
      </div>
    </li>
  )
}

const noAnswer: TrashOutcome = {
  ok: false,
  problem: 'The server did not answer. It may have been done all the same: reload the page to see.',
}

function DeleteForGood({ name, onDelete }: { name: string; onDelete: () => void }) {
  const trigger = (
    <Button variant="danger" size="small">
      Delete for good…<VisuallyHidden> {name}</VisuallyHidden>
    </Button>
  )
  return (
    <Dialog title="Delete it for good?" trigger={trigger} isQuestion>
      {close => (
        <>
          <p>
            “{name}” is gone then, with its history and everything that is only its own. Nobody can bring it back,
            except from a backup.
          </p>
          <DialogActions>
            <Button onPress={close}>Keep it in the trash</Button>
            <Button
              variant="danger"
              onPress={() => {
                close()
                onDelete()
              }}
            >
              Delete for good
            </Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  )
}
