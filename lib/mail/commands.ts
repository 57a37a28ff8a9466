import type { Prisma } from '#lib/db/generated/client.ts'
import { type Mail, newMail } from './send.ts'

/** Queues a mail in the transaction of the change that it tells of: no change, no mail; no mail server, no lost mail. */
export async function queueMail(tx: Prisma.TransactionClient, mail: Omit<Mail, 'id'>): Promise<void> {
  const payload = JSON.stringify(newMail(mail))
  await tx.$executeRaw`SELECT graphile_worker.add_job('send-mail', ${payload}::json, max_attempts => 12)`
}
