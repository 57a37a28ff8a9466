'use client'
import { useState, useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import type { ScheduledMoment, ScheduledVerb } from '#lib/schedule/schedule.ts'
import styles from './timing.module.css'
import type { PlanTiming } from './timing-fields.tsx'

interface ScheduleFieldProps {
  what: ScheduledVerb
  /** "Publish" */
  label: string
  waiting: ScheduledMoment | undefined
  /** In which it is chosen. IANA. */
  zone: string
  /** A moment in words, in the editor's zone and the publication's. */
  moment: (iso: string) => string
  plan: PlanTiming
}

/** A time at which something is done with the review: none yet, to be changed, or to be taken back. */
export function ScheduleField({ what, label, waiting, zone, moment, plan }: ScheduleFieldProps) {
  const [wall, setWall] = useState('')
  const [problem, setProblem] = useState('')
  const [isBusy, act] = useTransition()
  const set = () =>
    act(async () => {
      if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(wall)) return setProblem('Choose a day and a time.')
      const wrong = await plan({ verb: 'schedule', what, wall: wall.slice(0, 16) })
      setProblem(wrong)
      if (!wrong) setWall('')
    })
  const takeBack = () => act(async () => setProblem(await plan({ verb: 'unschedule', what })))
  return (
    <div className={styles.group}>
      <p role="status">
        {waiting && (
          <>
            {what === 'publish' ? 'It is published, with what is saved then, on ' : 'It is taken away from readers on '}
            <strong>{moment(waiting.at)}</strong>
            {waiting.by && `, as ${waiting.by} has it`}. {waiting.turn}
          </>
        )}
      </p>
      <TextField
        type="datetime-local"
        label={waiting ? `${label} at another time` : `${label} at a time`}
        description={`On the clocks of ${zone}.`}
        error={problem}
        value={wall}
        onChange={event => setWall(event.target.value)}
      />
      <div className={styles.actions}>
        <Button size="small" pending={isBusy && 'Scheduling…'} onPress={set}>
          {waiting ? 'Change the time' : 'Schedule'}
        </Button>
        {waiting && (
          <Button size="small" variant="quiet" onPress={takeBack}>
            Take it off the schedule
          </Button>
        )}
      </div>
    </div>
  )
}
