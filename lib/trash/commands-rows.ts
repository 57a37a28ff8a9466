import type { Editor } from '#lib/auth/editor.ts'
import { can, type Owned, type Verb } from '#lib/auth/policy.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import type { TrashKind } from './trash.ts'

// The rows of six tables that can be thrown away, as far as they are alike.

type Tx = Prisma.TransactionClient

export interface TrashedRow {
  version: number
  trashedAt: Date | null
  /** It has become another one, and is only a way to it. */
  isMerged: boolean
  isLive: boolean
  owned: Owned | undefined
}

const verbs: Record<TrashKind, Verb> = {
  review: 'review.trash',
  list: 'list.trash',
  media: 'media.trash',
  work: 'work.trash',
  person: 'work.trash',
  series: 'work.trash',
}

/** Whether somebody may throw this away, and put it back. */
export function mayTrash(editor: Editor, kind: TrashKind, { owned }: Pick<TrashedRow, 'owned'>): boolean {
  return can(editor, verbs[kind], owned)
}

/** Whether it is there for them at all: what they may not read is not found. */
export function maySee(editor: Editor, kind: TrashKind, { owned }: Pick<TrashedRow, 'owned'>): boolean {
  return kind !== 'review' || can(editor, 'review.read', owned)
}

/** Locks a row to the end of the transaction; null when there is none. */
export async function holdRow(tx: Tx, kind: TrashKind, id: string): Promise<TrashedRow | null> {
  const at = { where: { id } }
  switch (kind) {
    case 'review': {
      await tx.$queryRaw`SELECT id FROM review WHERE id = ${id}::uuid FOR UPDATE`
      const row = await tx.review.findUnique({ ...at, include: { critics: { select: { criticId: true } } } })
      const isLive = row !== null && row.publishedAt !== null && row.retractedAt === null
      const criticIds = row?.critics.map(each => each.criticId) ?? []
      return row && { ...plain(row), isLive, owned: ownedBy(row.createdById, criticIds, row.publishedAt !== null) }
    }
    case 'list': {
      await tx.$queryRaw`SELECT id FROM list WHERE id = ${id}::uuid FOR UPDATE`
      const row = await tx.list.findUnique(at)
      const isLive = row !== null && row.publishedAt !== null
      return (
        row && { ...plain(row), isLive, owned: ownedBy(row.createdById, row.criticId ? [row.criticId] : [], isLive) }
      )
    }
    case 'media': {
      await tx.$queryRaw`SELECT id FROM media WHERE id = ${id}::uuid FOR UPDATE`
      const row = await tx.media.findUnique(at)
      return row && { ...plain(row), isLive: false, owned: ownedBy(row.uploadedById, [], false) }
    }
    case 'work': {
      await tx.$queryRaw`SELECT id FROM work WHERE id = ${id}::uuid FOR UPDATE`
      const row = await tx.work.findUnique(at)
      return row && { ...plain(row), isMerged: row.mergedIntoId !== null, isLive: false, owned: undefined }
    }
    case 'person': {
      await tx.$queryRaw`SELECT id FROM person WHERE id = ${id}::uuid FOR UPDATE`
      const row = await tx.person.findUnique(at)
      return row && { ...plain(row), isMerged: row.mergedIntoId !== null, isLive: false, owned: undefined }
    }
    case 'series': {
      await tx.$queryRaw`SELECT id FROM work_series WHERE id = ${id}::uuid FOR UPDATE`
      const row = await tx.workSeries.findUnique(at)
      return row && { ...plain(row), isLive: false, owned: undefined }
    }
  }
}

/** Puts it in the trash, or takes it out (null). Nothing else of the row changes. */
export async function markRow(
  tx: Tx,
  kind: TrashKind,
  id: string,
  data: { trashedAt: Date; trashedById: string } | { trashedAt: null; trashedById: null },
): Promise<void> {
  const change = { where: { id }, data }
  switch (kind) {
    case 'review': {
      // Prisma would write `updatedAt` anew, and a review that comes back is as old as it was.
      const { updatedAt } = await tx.review.findUniqueOrThrow({ where: { id }, select: { updatedAt: true } })
      await tx.review.update({ where: { id }, data: { ...data, updatedAt } })
      break
    }
    case 'list':
      await tx.list.update(change)
      break
    case 'media':
      await tx.media.update(change)
      break
    case 'work': {
      const { updatedAt } = await tx.work.findUniqueOrThrow({ where: { id }, select: { updatedAt: true } })
      await tx.work.update({ where: { id }, data: { ...data, updatedAt } })
      break
    }
    case 'person':
      await tx.person.update(change)
      break
    case 'series':
      await tx.workSeries.update(change)
  }
}

function plain({ version, trashedAt }: { version: number; trashedAt: Date | null }) {
  return { version, trashedAt, isMerged: false }
}

function ownedBy(createdById: string | null, criticIds: string[], wasPublished: boolean): Owned {
  return { createdById, criticIds, wasPublished }
}
