import type { Owned } from '#lib/auth/policy.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { listContentSchema } from '#lib/lists/lists-schema.ts'
import { contentOfList, ownedList, storedListInclude } from '#lib/lists/stored-list.ts'
import { contentOfPerson, personContentSchema } from '#lib/people/people-schema.ts'
import { seriesContentSchema } from '#lib/series/series-schema.ts'
import { contentOfWork, workContentInclude } from '#lib/works/desk-queries-work.ts'
import { workContentSchema } from '#lib/works/work-content-schema.ts'
import type { RecordKind } from './records.ts'

/** What a version of a record says, by what it is. */
export type RecordContent =
  | { kind: 'work'; content: ReturnType<typeof contentOfWork> }
  | { kind: 'person'; content: ReturnType<typeof contentOfPerson> }
  | { kind: 'series'; content: ReturnType<typeof seriesContentSchema.parse> }
  | { kind: 'list'; content: ReturnType<typeof contentOfList> }

export interface StoredRecord {
  version: number
  title: string
  createdAt: Date
  said: RecordContent
  /** Of a list: what the policy asks about it. */
  owned: Owned | undefined
}

type Reader = Pick<Prisma.TransactionClient, 'work' | 'person' | 'workSeries' | 'list'>

/** A record as it is stored; null when there is none, it was merged into another, or is in the trash. */
export async function readRecord(reader: Reader, kind: RecordKind, id: string): Promise<StoredRecord | null> {
  const here = { id, trashedAt: null }
  const unmerged = { ...here, mergedIntoId: null }
  switch (kind) {
    case 'work': {
      const row = await reader.work.findFirst({ where: unmerged, include: workContentInclude })
      return row && { ...headOf(row, row.title), said: { kind, content: contentOfWork(row) } }
    }
    case 'person': {
      const row = await reader.person.findFirst({ where: unmerged, include: personInclude })
      return row && { ...headOf(row, row.name), said: { kind, content: contentOfPerson(row) } }
    }
    case 'series': {
      const row = await reader.workSeries.findFirst({
        where: here,
        include: { entries: { orderBy: { position: 'asc' } } },
      })
      if (!row) return null
      const { name, kind: seriesKind, slug, note, entries } = row
      const content = { name, kind: seriesKind, slug, note, workIds: entries.map(entry => entry.workId) }
      return { ...headOf(row, name), said: { kind, content } }
    }
    case 'list': {
      const row = await reader.list.findFirst({ where: here, include: storedListInclude })
      return row && { ...headOf(row, row.title), owned: ownedList(row), said: { kind, content: contentOfList(row) } }
    }
  }
}

const personInclude = {
  externalIds: { orderBy: [{ scheme: 'asc' }, { value: 'asc' }], select: { scheme: true, value: true } },
} satisfies Prisma.PersonInclude

/** What was kept of a version; null when it is not to be read any more. */
export function parseRecord(kind: RecordKind, content: unknown): RecordContent | null {
  switch (kind) {
    case 'work': {
      const read = workContentSchema.safeParse(content)
      return read.success ? { kind, content: read.data } : null
    }
    case 'person': {
      const read = personContentSchema.safeParse(content)
      return read.success ? { kind, content: read.data } : null
    }
    case 'series': {
      const read = seriesContentSchema.safeParse(content)
      return read.success ? { kind, content: read.data } : null
    }
    case 'list': {
      const read = listContentSchema.safeParse(content)
      return read.success ? { kind, content: read.data } : null
    }
  }
}

function headOf({ version, createdAt }: { version: number; createdAt: Date }, title: string) {
  return { version, createdAt, title, owned: undefined }
}
