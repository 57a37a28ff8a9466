import type { Editor } from '#lib/auth/editor.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import type { RecordKind, Why } from './records.ts'
import { readRecord } from './stored-records.ts'

type Tx = Prisma.TransactionClient

/**
 * Keeps what stands before it is changed, when nothing of this version is kept: records are older than their histories, and some are made
 * where none is kept. Called with the row locked, before the write.
 */
export async function keepBaseline(tx: Tx, kind: RecordKind, id: string): Promise<void> {
  const stored = await readRecord(tx, kind, id)
  if (!stored) return
  const { version } = stored
  const kept = await tx.recordRevision.count({ where: { kind, recordId: id, version } })
  if (kept > 0) return
  const made = await tx.auditEntry.findFirst({
    where: { subject: id, action: { startsWith: `${kind}.` } },
    orderBy: { id: 'desc' },
    select: { actorId: true, at: true },
  })
  await tx.recordRevision.createMany({
    data: [
      {
        kind,
        recordId: id,
        version,
        reason: version === 1 ? 'created' : 'saved',
        content: toJson(stored.said.content),
        authorId: made?.actorId ?? null,
        at: made?.at ?? stored.createdAt,
      },
    ],
    skipDuplicates: true,
  })
}

/** Keeps what stands after a write, with who and why. */
export async function keepRecord(
  tx: Tx,
  editor: Pick<Editor, 'id'> | null,
  kind: RecordKind,
  id: string,
  { reason, note = '' }: Why = { reason: 'saved' },
): Promise<void> {
  const stored = await readRecord(tx, kind, id)
  if (!stored) return
  const content = toJson(stored.said.content)
  await tx.recordRevision.createMany({
    data: [{ kind, recordId: id, version: stored.version, reason, note, content, authorId: editor?.id ?? null }],
    skipDuplicates: true,
  })
}

function toJson(content: object): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(content))
}
