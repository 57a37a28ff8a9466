'use client'
import { useActionState } from 'react'
import { type Clock, Moment } from '#components/desk/moment.tsx'
import { Badge, type Tone } from '#components/ui/badge.tsx'
import { SubmitButton } from '#components/ui/button.tsx'
import { useStatus } from '#components/ui/status-line.tsx'
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx'
import type { FormState } from '#lib/forms/form-state.ts'
import { type DeskJob, type JobState, taskWords } from '#lib/jobs/jobs.ts'
import { dropJobAction, retryJobAction } from '../actions.ts'
import styles from './jobs.module.css'

const tones: Record<JobState, Tone> = { failed: 'bad', running: 'waiting', waiting: 'neutral' }
const stateWords: Record<JobState, string> = { failed: 'Failed', running: 'Being done', waiting: 'Waiting' }

/** Jobs, failed ones first, with what went wrong and what can be done. */
export function JobRows({ jobs, clock, mayManage }: { jobs: DeskJob[]; clock: Clock; mayManage: boolean }) {
  return (
    <ol className={styles.rows}>
      {jobs.map(job => (
        <li key={job.id} className={styles.row}>
          <div>
            <p>
              {taskWords(job.task)} <Badge tone={tones[job.state]}>{stateWords[job.state]}</Badge>
            </p>
            <p className={styles.when}>
              Asked for <Moment iso={job.createdAt} clock={clock} />
              {job.state === 'waiting' && (
                <>
                  , due <Moment iso={job.dueAt} clock={clock} />
                </>
              )}
              {job.attempts > 0 && ` · attempt ${job.attempts} of ${job.mostAttempts}`}
            </p>
            {job.problem && <p className={styles.problem}>{job.problem}</p>}
          </div>
          {mayManage && job.state !== 'running' && (
            <div className={styles.buttons}>
              <JobButton job={job} action={retryJobAction} words="Try now" pending="Trying…" />
              {job.state === 'failed' && (
                <JobButton job={job} action={dropJobAction} words="Drop" pending="Dropping…" />
              )}
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}

interface JobButtonProps {
  job: DeskJob
  action: (before: FormState, form: FormData) => Promise<FormState>
  words: string
  pending: string
}

function JobButton({ job, action, words, pending }: JobButtonProps) {
  const say = useStatus()
  const [, send] = useActionState(async (before: FormState, form: FormData) => {
    const given = await action(before, form)
    say(given.done ?? given.problem ?? '')
    return given
  }, {})
  return (
    <form action={send}>
      <input type="hidden" name="id" value={job.id} />
      <SubmitButton variant="plain" size="small" pending={pending}>
        {words}
        <VisuallyHidden>: {taskWords(job.task)}</VisuallyHidden>
      </SubmitButton>
    </form>
  )
}
