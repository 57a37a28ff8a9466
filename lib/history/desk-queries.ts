import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import type { Picture } from '#lib/media/pictures.ts'
import { getPictures } from '#lib/media/published.ts'
import type { RevisionEntry } from '#lib/reviews/desk-reviews.ts'
import { type Difference, diffFields } from './field-diff.ts'
import { recordFields, recordIds } from './record-fields.ts'
import type { RecordKind } from './records.ts'
import { parseRecord, type RecordContent, readRecord, type StoredRecord } from './stored-records.ts'

export interface RecordHistory {
  title: string
  version: number
  mayRestore: boolean
  revisions: RevisionEntry[]
}

/** What is kept of a work, a person, a series or a list, newest first; null when it is not there for this editor. */
export async function listRecordRevisions(editor: Editor, kind: RecordKind, id: string): Promise<RecordHistory | null> {
  const stored = await readableRecord(editor, kind, id)
  if (!stored) return null
  const rows = await db().recordRevision.findMany({
    where: { kind, recordId: id },
    orderBy: { version: 'desc' },
    select: entrySelect,
  })
  const { title, version } = stored
  return { title, version, mayRestore: mayEdit(editor, kind, stored), revisions: rows.map(toEntry) }
}

export interface RecordRevisionView {
  title: string
  entry: RevisionEntry
  /** What it is held against, and whether that came after it; null when there is none. */
  other: { name: string; isLater: boolean } | null
  difference: Difference
  pictures: Record<string, Picture>
  /** The version that stands now. */
  version: number
  mayRestore: boolean
}

/** One version, held against the one before it or what stands now; null when either is not there for this editor. */
export async function getRecordRevision(
  editor: Editor,
  kind: RecordKind,
  at: { id: string; revisionId: string; against: 'previous' | 'now' },
): Promise<RecordRevisionView | null> {
  const { id, revisionId, against } = at
  const stored = await readableRecord(editor, kind, id)
  const row =
    stored &&
    (await db().recordRevision.findFirst({
      where: { id: revisionId, kind, recordId: id },
      select: { ...entrySelect, content: true },
    }))
  const said = row && parseRecord(kind, row.content)
  if (!stored || !row || !said) return null
  const other = against === 'now' ? stored.said : await previousOf(kind, id, row.version)
  const isLater = against === 'now'
  const [before, after] = isLater ? [said, stored.said] : [other ?? said, said]
  const names = await namesOf([before, after])
  const previous = other ? { name: isLater ? 'what stands now' : 'the version before it', isLater } : null
  return {
    title: stored.title,
    entry: toEntry(row),
    other: previous,
    difference: { fields: diffFields(recordFields(before, names), recordFields(after, names)), text: [] },
    pictures: await getPictures([before, after].flatMap(each => recordIds(each).media)),
    version: stored.version,
    mayRestore: mayEdit(editor, kind, stored) && row.version !== stored.version,
  }
}

async function previousOf(kind: RecordKind, id: string, version: number): Promise<RecordContent | null> {
  const row = await db().recordRevision.findFirst({
    where: { kind, recordId: id, version: { lt: version } },
    orderBy: { version: 'desc' },
    select: { content: true },
  })
  return row && parseRecord(kind, row.content)
}

/** Works, people and series are everybody's to look at; a list is that of whoever may edit it. */
async function readableRecord(editor: Editor, kind: RecordKind, id: string): Promise<StoredRecord | null> {
  const stored = await readRecord(db(), kind, id)
  return stored && (kind !== 'list' || mayEdit(editor, kind, stored)) ? stored : null
}

function mayEdit(editor: Editor, kind: RecordKind, { owned }: StoredRecord): boolean {
  return can(editor, kind === 'list' ? 'list.edit' : 'work.edit', owned)
}

async function namesOf(contents: RecordContent[]): Promise<(id: string) => string> {
  const ids = (of: 'works' | 'critics' | 'topics') => ({
    where: { id: { in: contents.flatMap(content => recordIds(content)[of]) } },
  })
  const [works, critics, topics] = await Promise.all([
    db().work.findMany({ ...ids('works'), select: { id: true, title: true } }),
    db().critic.findMany({ ...ids('critics'), select: { id: true, name: true } }),
    db().topic.findMany({ ...ids('topics'), select: { id: true, name: true } }),
  ])
  const names = new Map([
    ...works.map(({ id, title }) => [id, title] as const),
    ...[...critics, ...topics].map(({ id, name }) => [id, name] as const),
  ])
  return id => names.get(id) ?? 'One that is gone'
}

const entrySelect = {
  id: true,
  version: true,
  reason: true,
  name: true,
  note: true,
  at: true,
  authorId: true,
  author: { select: { name: true } },
} satisfies Prisma.RecordRevisionSelect

function toEntry(row: Prisma.RecordRevisionGetPayload<{ select: typeof entrySelect }>): RevisionEntry {
  const { id, version, reason, name, note, authorId, author } = row
  return { id, version, reason, name, note, authorId, at: row.at.toISOString(), author: author?.name ?? null }
}
