'use client'
import { useRouter } from 'next/navigation'
import { useActionState, useEffect } from 'react'
import { type Clock, Moment } from '#components/desk/moment.tsx'
import { SubmitButton } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { FormState } from '#lib/forms/form-state.ts'
import type { NameReportPage } from '#lib/names/desk-queries-report.ts'
import { startReportAction } from '../actions.ts'
import styles from './names.module.css'

const again = 2_000

/** When the archive was looked through last, how far a look has come, and the button that begins one. */
export function LookThrough({
  report,
  mayStart,
  clock,
}: Pick<NameReportPage, 'report'> & { mayStart: boolean; clock: Clock }) {
  const [answer, start] = useActionState<FormState, FormData>(startReportAction, {})
  const isLooking = report !== null && !report.isFinished
  useRefresh(isLooking)
  return (
    <section className={styles.look} aria-label="The look through the archive">
      {answer.problem && <Notice tone="problem">{answer.problem}</Notice>}
      {isLooking ? (
        <div className={styles.progress} role="status">
          <label htmlFor="looked">
            Looking through {report.total.toLocaleString(clock.language)} reviews,{' '}
            {report.checked.toLocaleString(clock.language)} so far
          </label>
          <progress id="looked" value={report.checked} max={Math.max(1, report.total)} />
          {report.isStill && <p>It waits for the worker, which is not running or busy with other jobs.</p>}
        </div>
      ) : (
        <p className={styles.when}>
          {report ? (
            <>
              Looked through{' '}
              {report.checked === 1 ? '1 review' : `${report.checked.toLocaleString(clock.language)} reviews`},{' '}
              <Moment iso={report.startedAt} clock={clock} />.
            </>
          ) : (
            'Nobody has looked through the archive yet.'
          )}
        </p>
      )}
      {mayStart && (!isLooking || report.isStill) && (
        <form action={start}>
          <SubmitButton variant={report ? 'plain' : 'primary'} pending="Beginning…">
            {report ? 'Look through it again' : 'Look through the archive'}
          </SubmitButton>
        </form>
      )}
    </section>
  )
}

function useRefresh(isLooking: boolean): void {
  const router = useRouter()
  useEffect(() => {
    if (!isLooking) return
    const timer = setInterval(() => router.refresh(), again)
    return () => clearInterval(timer)
  }, [router, isLooking])
}
