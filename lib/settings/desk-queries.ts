import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { kindName } from '#lib/works/works.ts'

/** What the front page can be made of, beside what it always has. */
export interface FrontChoices {
  sections: { id: string; name: string }[]
  lists: { id: string; name: string }[]
}

/** Sections, and published lists, newest first: at most two hundred. For whoever may change the settings. */
export async function listFrontChoices(editor: Editor): Promise<FrontChoices> {
  if (!can(editor, 'setting.edit')) return { sections: [], lists: [] }
  const [sections, lists] = await Promise.all([
    db().section.findMany({ orderBy: [{ position: 'asc' }, { name: 'asc' }], select: { id: true, name: true } }),
    db().list.findMany({
      where: { publishedAt: { not: null } },
      orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
      take: 200,
      select: { id: true, title: true },
    }),
  ])
  return { sections, lists: lists.map(({ id, title }) => ({ id, name: title })) }
}

/** A review that can lead the front page. */
export interface LeadChoice {
  id: string
  name: string
  detail: string
}

/** Live reviews with these words in their title or their work's, newest first; the newest for none. */
export async function listLeads(editor: Editor, query: string, most = 12): Promise<LeadChoice[]> {
  if (!can(editor, 'setting.edit')) return []
  const words = { contains: query.trim(), mode: 'insensitive' } as const
  return leadsWhere(query.trim() === '' ? {} : { OR: [{ title: words }, { work: { title: words } }] }, most)
}

/** The review that was chosen to lead; null where none is, or where it is no longer live. */
export async function getLead(editor: Editor, reviewId: string | null): Promise<LeadChoice | null> {
  if (!reviewId || !can(editor, 'setting.edit')) return null
  const [lead] = await leadsWhere({ reviewId }, 1)
  return lead ?? null
}

async function leadsWhere(where: Prisma.PublicationWhereInput, take: number): Promise<LeadChoice[]> {
  const rows = await db().publication.findMany({
    where: { ...where, isCurrent: true, translationOfId: null },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    take,
    select: { reviewId: true, title: true, work: { select: { title: true, kind: true } } },
  })
  return rows.map(({ reviewId, title, work }) => ({
    id: reviewId,
    name: title,
    detail: `${work.title}, ${kindName(work.kind).toLowerCase()}`,
  }))
}
