import { pathOf } from '#lib/addresses/addresses.ts'
import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import type { Picture } from '#lib/media/pictures.ts'
import { toPicture } from '#lib/media/published.ts'
import { readableBy } from '#lib/reviews/desk-scope.ts'
import { deskWorkSelect, toDeskWork } from './desk-queries.ts'
import type { DeskWork } from './desk-works.ts'
import type { WorkContent } from './work-content.ts'
import { partialIso, sortTitle, titleWithin, type WorkKind } from './works.ts'

/** What `contentOfWork` needs of a row. */
export const workContentInclude = {
  credits: { orderBy: { position: 'asc' }, include: { person: { select: { name: true } } } },
  externalIds: { orderBy: [{ scheme: 'asc' }, { value: 'asc' }], select: { scheme: true, value: true } },
  editions: { orderBy: { position: 'asc' } },
} satisfies Prisma.WorkInclude

export type WorkContentRow = Prisma.WorkGetPayload<{ include: typeof workContentInclude }>

export interface DeskPart {
  id: string
  kind: WorkKind
  title: string
  number: number | null
  year: number | null
  reviews: number
}

/** A work as the desk opens it. */
export interface DeskWorkPage {
  id: string
  version: number
  content: WorkContent
  /** With that of what it is part of. */
  fullTitle: string
  /** Its page for readers, while there is one. */
  livePath: string | null
  parent: DeskWork | null
  picture: Picture | null
  parts: DeskPart[]
  /** Reviews of it that this editor may read. */
  reviews: { id: string; title: string; isLive: boolean }[]
  may: { edit: boolean; upload: boolean; create: boolean }
}

/** A work with all that the desk edits of it; null when there is none, or it was merged into another. */
export async function getDeskWork(editor: Editor, id: string): Promise<DeskWorkPage | null> {
  const row = await db().work.findFirst({
    where: { id, mergedIntoId: null, trashedAt: null },
    include: {
      ...workContentInclude,
      parent: { select: deskWorkSelect },
      image: true,
      parts: {
        where: { mergedIntoId: null, trashedAt: null },
        orderBy: [{ number: 'asc' }, { sortTitle: 'asc' }],
        include: { _count: { select: { reviews: { where: readableBy(editor) } } } },
      },
      reviews: {
        where: readableBy(editor),
        orderBy: { updatedAt: 'desc' },
        take: 50,
        select: { id: true, title: true, publications: { where: { isCurrent: true }, select: { id: true } } },
      },
    },
  })
  if (!row) return null
  const path = pathOf('work', row.slug)
  const live = await db().address.findFirst({ where: { path, subjectId: id, state: 'live' }, select: { path: true } })
  return {
    id,
    version: row.version,
    content: contentOfWork(row),
    fullTitle: titleWithin(row.parent?.title, row.title),
    livePath: live?.path ?? null,
    parent: row.parent && toDeskWork(row.parent),
    picture: row.image && toPicture(row.image, { alt: row.imageAlt, caption: '', credit: row.imageCredit }),
    parts: row.parts.map(part => ({
      id: part.id,
      kind: part.kind,
      title: part.title,
      number: part.number,
      year: part.releaseYear,
      reviews: part._count.reviews,
    })),
    reviews: row.reviews.map(review => ({
      id: review.id,
      title: review.title,
      isLive: review.publications.length > 0,
    })),
    may: {
      edit: can(editor, 'work.edit'),
      upload: can(editor, 'media.upload'),
      create: can(editor, 'work.create'),
    },
  }
}

/** The part of a work that the desk edits. */
export function contentOfWork(row: WorkContentRow): WorkContent {
  return {
    kind: row.kind,
    title: row.title,
    originalTitle: row.originalTitle ?? '',
    sortTitle: row.sortTitle === sortTitle(row.title) ? '' : row.sortTitle,
    slug: row.slug,
    released: releasedOf(row),
    parentId: row.parentId,
    number: row.number,
    language: row.language ?? '',
    country: row.country ?? '',
    genres: row.genres,
    platforms: row.platforms,
    minutes: row.minutes,
    pages: row.pages,
    publisher: row.publisher ?? '',
    summary: row.summary,
    credits: row.credits.map(({ personId, person, role, character }) => ({
      personId,
      name: person.name,
      role,
      character: character || null,
    })),
    externalIds: row.externalIds,
    editions: row.editions.map(edition => ({
      name: edition.name,
      format: edition.format,
      publisher: edition.publisher,
      released: releasedOf(edition),
      isbn: edition.isbn ?? '',
    })),
    imageId: row.imageId,
    imageAlt: row.imageAlt,
    imageCredit: row.imageCredit,
  }
}

function releasedOf(row: {
  releaseYear: number | null
  releaseMonth: number | null
  releaseDay: number | null
}): string {
  return partialIso({ year: row.releaseYear, month: row.releaseMonth, day: row.releaseDay }) ?? ''
}
