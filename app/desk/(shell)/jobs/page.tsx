import type { Metadata } from 'next'
import { PageHead } from '#components/desk/page-head.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { getWorkings, type Workings } from '#lib/jobs/desk-queries.ts'
import { clockOf } from '#lib/users/clock.ts'
import { JobRows } from './_components/job-rows.tsx'
import styles from './_components/jobs.module.css'

export const metadata: Metadata = { title: 'Workings' }

/** What is done in the background, what failed, and how the house stands. */
export default async function JobsPage() {
  const editor = await requireEditor()
  const [workings, clock] = await Promise.all([getWorkings(editor), clockOf(editor)])
  if (!workings)
    return (
      <>
        <PageHead title="Workings" />
        <EmptyState title="Your role does not see the workings">
          <p>What is done in the background needs nothing from you. Editors see when something fails.</p>
        </EmptyState>
      </>
    )
  return (
    <>
      <PageHead title="Workings">{summaryOf(workings)}</PageHead>
      <dl className={styles.facts}>
        {workings.facts.map(({ name, text, isWrong }) => (
          <div key={name} data-wrong={isWrong || undefined}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {workings.jobs.length > 0 ? (
        <JobRows jobs={workings.jobs} clock={clock} mayManage={workings.may.manage} />
      ) : (
        <EmptyState title="Nothing waits">
          <p>Mail, pictures, notices and checks are done here when there are any.</p>
        </EmptyState>
      )}
    </>
  )
}

function summaryOf({ counts: { failed, running, waiting } }: Workings): string {
  const parts = [
    failed > 0 && `${failed} failed for good`,
    running > 0 && `${running} being done`,
    waiting > 0 && `${waiting} waiting`,
  ].filter(Boolean)
  return parts.length > 0 ? `Jobs in the background: ${parts.join(', ')}.` : 'Nothing is being done in the background.'
}
