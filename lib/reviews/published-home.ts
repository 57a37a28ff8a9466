import { cache } from 'react'
import { type ListCard, listLists, listListsById } from '#lib/lists/published.ts'
import { listSectionFronts, listSections } from '#lib/sections/published.ts'
import { type FrontBlock, kindOf, subjectOf } from '#lib/settings/front.ts'
import { getSettings } from '#lib/settings/published.ts'
import type { PublicationSettings } from '#lib/settings/settings.ts'
import { kindName } from '#lib/works/works.ts'
import { listCards } from './published.ts'
import type { Link, ReviewCard } from './reviews.ts'

/** A part of the front page with what stands in it. Parts of one form that follow each other are one. */
export type FrontPart =
  | { form: 'latest'; reviews: ReviewCard[] }
  | { form: 'fronts'; fronts: { section: Link; reviews: ReviewCard[] }[] }
  | { form: 'lists'; lists: ListCard[] }

export interface Home {
  /** The review that leads: the editors' choice, else the newest; null where there is no cover. */
  lead: ReviewCard | null
  parts: FrontPart[]
  /** Every review that the page shows. */
  shown: ReviewCard[]
}

type FrontSettings = Pick<PublicationSettings, 'leadReviewId' | 'hasCover' | 'front'>

/** The front page as the house has it. */
export const getHome = cache(async (): Promise<Home> => readHome(await getSettings()))

/** The front page as these settings make it. A section or list that is no longer there is passed over. */
export async function readHome({ leadReviewId, hasCover, front }: FrontSettings): Promise<Home> {
  const [chosen] = hasCover && leadReviewId ? await listCards({ reviewId: leadReviewId }, 1) : []
  const newest = await listCards({}, 7)
  const lead = hasCover ? (chosen ?? newest[0] ?? null) : null
  const latest = front.includes('latest') ? newest.filter(({ id }) => id !== lead?.id).slice(0, 6) : []
  const above = [...(lead ? [lead] : []), ...latest]
  const read = await Promise.all(front.map(block => readBlock(block, { front, latest, above })))
  const parts = joined(read.flatMap(part => part ?? []))
  return { lead, parts, shown: [...above, ...parts.flatMap(reviewsOf)] }
}

interface Around {
  front: FrontBlock[]
  latest: ReviewCard[]
  above: ReviewCard[]
}

const perFront = 4

async function readBlock(block: FrontBlock, { front, latest, above }: Around): Promise<FrontPart | null> {
  const without = above.map(({ id }) => id)
  if (block === 'latest') return latest.length > 0 ? { form: 'latest', reviews: latest } : null
  if (block === 'lists') return listsPart(await listLists(3))
  if (block === 'sections') {
    const fronts = await listSectionFronts(without, perFront)
    return frontsPart(fronts.filter(({ section }) => !front.includes(`section:${section.id}`)))
  }
  const kind = kindOf(block)
  if (kind) {
    const section = { id: kind, name: kindName(kind, 2), path: `/reviews?kind=${kind}` }
    return frontPart(section, await listCards({ work: { kind }, reviewId: { notIn: without } }, perFront))
  }
  const subject = subjectOf(block)
  if (subject?.noun === 'list') return listsPart(await listListsById([subject.id]))
  const section = (await listSections()).find(({ id }) => id === subject?.id)
  if (!section) return null
  return frontPart(section, await listCards({ sectionId: section.id, reviewId: { notIn: without } }, perFront))
}

function frontPart(section: Link, reviews: ReviewCard[]): FrontPart | null {
  return reviews.length > 0 ? { form: 'fronts', fronts: [{ section, reviews }] } : null
}

function frontsPart(fronts: { section: Link; reviews: ReviewCard[] }[]): FrontPart | null {
  return fronts.length > 0 ? { form: 'fronts', fronts } : null
}

function listsPart(lists: ListCard[]): FrontPart | null {
  return lists.length > 0 ? { form: 'lists', lists } : null
}

/** Sections beside each other stand in one grid, lists in one band. */
function joined(parts: FrontPart[]): FrontPart[] {
  const together: FrontPart[] = []
  for (const part of parts) {
    const before = together.at(-1)
    if (part.form === 'fronts' && before?.form === 'fronts')
      together.splice(-1, 1, { form: 'fronts', fronts: [...before.fronts, ...part.fronts] })
    else if (part.form === 'lists' && before?.form === 'lists') {
      const fresh = part.lists.filter(({ id }) => before.lists.every(known => known.id !== id))
      together.splice(-1, 1, { form: 'lists', lists: [...before.lists, ...fresh] })
    } else together.push(part)
  }
  return together
}

function reviewsOf(part: FrontPart): ReviewCard[] {
  return part.form === 'fronts' ? part.fronts.flatMap(({ reviews }) => reviews) : []
}
