import { cache } from 'react'
import { listSectionFronts } from '#lib/sections/published.ts'
import { getSettings } from '#lib/settings/published.ts'
import { listCards } from './published.ts'

/** The front page: the review that leads it (the editors' choice, else the newest), the newest others, and each section's. */
export const getHome = cache(async () => {
  const { leadReviewId } = await getSettings()
  const [chosen] = leadReviewId ? await listCards({ reviewId: leadReviewId }, 1) : []
  const newest = await listCards({}, 7)
  const lead = chosen ?? newest[0] ?? null
  const latest = newest.filter(review => review.id !== lead?.id).slice(0, 6)
  const shown = [...(lead ? [lead.id] : []), ...latest.map(review => review.id)]
  return { lead, latest, fronts: await listSectionFronts(shown) }
})
