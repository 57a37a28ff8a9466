'use client'
import { useState, useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import type { Timing } from '#lib/schedule/schedule.ts'
import styles from './timing.module.css'
import type { PlanTiming } from './timing-fields.tsx'

interface EmbargoFieldProps {
  embargo: Timing['embargo']
  mayChange: boolean
  zone: string
  moment: (iso: string) => string
  plan: PlanTiming
}

/** Until when nobody outside may read it, and on whose wish. */
export function EmbargoField({ embargo, mayChange, zone, moment, plan }: EmbargoFieldProps) {
  const [wall, setWall] = useState('')
  const [note, setNote] = useState('')
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState('')
  const [isBusy, act] = useTransition()
  const set = () =>
    act(async () => {
      if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(wall)) return setProblem('Choose a day and a time.')
      const wrong = await plan({ verb: 'embargo', wall: wall.slice(0, 16), note, reason })
      setProblem(wrong)
      if (!wrong) {
        setWall('')
        setNote('')
      }
    })
  const end = () =>
    act(async () => {
      const wrong = await plan({ verb: 'no-embargo', reason })
      setProblem(wrong)
      if (!wrong) setReason('')
    })
  return (
    <div className={styles.group}>
      <p role="status">
        {embargo && (
          <>
            Under embargo until <strong>{moment(embargo.at)}</strong>
            {embargo.note && `: ${embargo.note}`}. Nothing publishes it before.
          </>
        )}
      </p>
      {mayChange && (
        <>
          <TextField
            type="datetime-local"
            label={embargo ? 'Embargo until another time' : 'Embargo until'}
            description={`On the clocks of ${zone}.`}
            error={problem}
            value={wall}
            onChange={event => setWall(event.target.value)}
          />
          <TextField
            label="On whose wish"
            maxLength={200}
            value={note}
            onChange={event => setNote(event.target.value)}
          />
          {embargo && (
            <TextField
              label="Why it ends earlier"
              description="Asked for when it does. It stays in the log."
              maxLength={500}
              value={reason}
              onChange={event => setReason(event.target.value)}
            />
          )}
          <div className={styles.actions}>
            <Button size="small" pending={isBusy && 'Setting…'} onPress={set}>
              Set the embargo
            </Button>
            {embargo && (
              <Button size="small" variant="quiet" onPress={end}>
                End it
              </Button>
            )}
          </div>
        </>
      )}
    </div>
  )
}
