import { randomUUID } from 'node:crypto'
import type { Prisma } from '#lib/db/generated/client.ts'
import { type Mail, mailSchema } from './mail.ts'

/** Queues a mail in the transaction of the change that it tells of: no change, no mail; no mail server, no lost mail. */
export async function queueMail(tx: Prisma.TransactionClient, mail: Omit<Mail, 'id'>): Promise<void> {
  const payload = JSON.stringify(mailSchema.parse({ id: randomUUID(), ...mail }))
  await tx.$executeRaw`SELECT graphile_worker.add_job('send-mail', ${payload}::json, max_attempts => 12)`
}
