import { pathOf } from '#lib/addresses/addresses.ts'
import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import type { Picture } from '#lib/media/pictures.ts'
import { toPicture } from '#lib/media/published.ts'
import { plainText } from '#lib/prose/prose.ts'
import type { Rating } from '#lib/ratings/ratings.ts'
import { kindName } from '#lib/works/works.ts'
import { type House, missingForPublication } from './completeness.ts'
import type { DeskReviewState } from './desk-reviews.ts'
import { toWorkRef } from './published-cards.ts'
import type { ReviewKind } from './reviews.ts'
import { contentOf, ownedBy, ratingOf, workingCopyInclude } from './working-copy.ts'

// Rows of Review to the rows of the desk's lists.

/** A review as the desk's lists show it: the working copy, not what readers see. Dates are ISO 8601 in UTC. */
export interface DeskRow {
  id: string
  kind: ReviewKind
  /** Empty while it has none. */
  title: string
  state: DeskReviewState
  /** "Her (Film, 2013)"; null while no work is chosen. */
  work: string | null
  critics: string[]
  section: string | null
  rating: Rating | null
  picture: Picture | null
  updatedAt: string
  publishedAt: string | null
  /** Where readers find it; null while it is not live. */
  livePath: string | null
  mayEdit: boolean
  /** Of the text, and of the plan. */
  version: number
  planVersion: number
  /** Where it stands; null for what is live. */
  step: string | null
  assignee: string | null
  /** "2026-11-23" */
  dueOn: string | null
}

/** A draft, with what helps to go on with it. */
export interface DeskDraft extends DeskRow {
  /** The beginning of what is written; empty when nothing is. */
  opening: string
  /** What it still needs, in words, in the order of the page. */
  missing: string[]
}

export const deskRowInclude = {
  ...workingCopyInclude,
  critics: { orderBy: { position: 'asc' }, select: { criticId: true, critic: { select: { name: true } } } },
  section: { select: { name: true } },
  step: { select: { name: true } },
  assignee: { select: { name: true } },
  image: true,
  publications: { where: { isCurrent: true }, select: { slug: true }, take: 1 },
  work: {
    select: { id: true, slug: true, kind: true, title: true, releaseYear: true, parent: { select: { title: true } } },
  },
} satisfies Prisma.ReviewInclude

export type DeskReviewRow = Prisma.ReviewGetPayload<{ include: typeof deskRowInclude }>

export function toDeskRow(editor: Editor, row: DeskReviewRow): DeskRow {
  const live = row.publications[0]
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    state: stateOf(row),
    work: row.work && workText(row.work),
    critics: row.critics.map(({ critic }) => critic.name),
    section: row.section?.name ?? null,
    rating: ratingOf(row),
    picture: row.image && toPicture(row.image, { alt: row.imageAlt, caption: '', credit: '' }),
    updatedAt: row.updatedAt.toISOString(),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    livePath: live ? pathOf('review', live.slug) : null,
    mayEdit: can(editor, 'review.edit', ownedBy(row)),
    version: row.version,
    planVersion: row.planVersion,
    step: row.publishedVersion !== null && !row.retractedAt ? null : row.step.name,
    assignee: row.assignee?.name ?? null,
    dueOn: row.dueOn?.toISOString().slice(0, 10) ?? null,
  }
}

const openingLength = 160

export function toDeskDraft(editor: Editor, row: DeskReviewRow, house: Omit<House, 'scale'>): DeskDraft {
  const content = contentOf(row)
  const text = (content.standfirst || plainText(content.body)).replace(/\s+/g, ' ').trim()
  const cut = text.slice(0, openingLength).replace(/\s+\S*$/, '')
  return {
    ...toDeskRow(editor, row),
    opening: text.length > openingLength ? `${cut}…` : text,
    missing: missingForPublication(content, { ...house, scale: ratingOf(row)?.scale ?? null }).map(
      ({ problem }) => problem,
    ),
  }
}

/** What a review is to readers. `changed`: live, with changes that they have not seen. */
export function stateOf(row: {
  retractedAt: Date | null
  publishedVersion: number | null
  version: number
}): DeskReviewState {
  if (row.retractedAt) return 'retracted'
  if (row.publishedVersion === null) return 'draft'
  return row.publishedVersion === row.version ? 'live' : 'changed'
}

function workText(work: NonNullable<DeskReviewRow['work']>): string {
  const { title, year, kind } = toWorkRef(work, new Set())
  return `${title} (${[kindName(kind), year].filter(Boolean).join(', ')})`
}
