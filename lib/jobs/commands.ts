import { z } from 'zod'
import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { transact } from '#lib/db/transact.ts'

export type JobRefusal = { ok: false; code: 'not-allowed' | 'not-found' }

/** Tries a job again now that has failed, or waits; its attempts are counted anew. One that is being done is not found. */
export async function retryJob(editor: Editor, id: string): Promise<{ ok: true } | JobRefusal> {
  return onJob(
    editor,
    id,
    'job.retry',
    tx => tx.$queryRaw`
    SELECT id::text FROM graphile_worker.reschedule_jobs(ARRAY[${id}::bigint], run_at => now(), attempts => 0)`,
  )
}

/** Takes a job away for good. What it was to do is not done. */
export async function dropJob(editor: Editor, id: string): Promise<{ ok: true } | JobRefusal> {
  return onJob(
    editor,
    id,
    'job.drop',
    tx => tx.$queryRaw`
    SELECT id::text FROM graphile_worker.complete_jobs(ARRAY[${id}::bigint])`,
  )
}

type Tx = Parameters<Parameters<typeof transact>[0]>[0]

async function onJob(
  editor: Editor,
  id: string,
  action: string,
  act: (tx: Tx) => Promise<unknown>,
): Promise<{ ok: true } | JobRefusal> {
  if (!can(editor, 'job.manage')) return { ok: false, code: 'not-allowed' }
  return transact(async tx => {
    const [job] = z
      .array(z.object({ task: z.string() }))
      .parse(
        await tx.$queryRaw`SELECT task_identifier AS task FROM graphile_worker.jobs WHERE id = ${id}::bigint AND locked_at IS NULL`,
      )
    if (!job) return { ok: false, code: 'not-found' } as const
    const touched = z.array(z.object({ id: z.string() })).parse(await act(tx))
    if (touched.length === 0) return { ok: false, code: 'not-found' } as const
    await tx.auditEntry.create({ data: { actorId: editor.id, action, subject: job.task, detail: { job: id } } })
    return { ok: true } as const
  })
}
