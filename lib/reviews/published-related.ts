import { db } from '#lib/db/client.ts'
import { cardSelect, toCards } from './published-cards.ts'
import type { ReviewCard } from './reviews.ts'

const makers = [
  'director',
  'creator',
  'author',
  'playwright',
  'performer',
  'developer',
  'artist',
  'designer',
  'host',
] as const
const others = ['actor', 'voice', 'composer', 'cinematographer', 'writer', 'producer', 'musician'] as const

const alsoBy: Record<string, string> = {
  director: 'Also directed by',
  creator: 'Also created by',
  author: 'Also by',
  playwright: 'Also by',
  performer: 'Also by',
  developer: 'Also made by',
  artist: 'Also by',
  designer: 'Also designed by',
  host: 'Also hosted by',
  actor: 'Also with',
  voice: 'Also with',
  composer: 'Music also by',
  cinematographer: 'Also photographed by',
  writer: 'Also written by',
  producer: 'Also produced by',
  musician: 'Also with',
}

/**
 * Up to three live reviews of other works, each with the reason in words: somebody in common first (makers before players),
 * then the same section.
 */
export async function listRelated(review: ReviewCard, most = 3): Promise<{ reason: string; review: ReviewCard }[]> {
  const shared = await sharedPeople(review.work.id)
  const bySection = await db().publication.findMany({
    where: {
      isCurrent: true,
      section: { id: review.section.id },
      workId: { notIn: [review.work.id, ...shared.keys()] },
    },
    select: cardSelect,
    orderBy: { publishedAt: 'desc' },
    take: most,
  })
  const byPeople = await db().publication.findMany({
    where: { isCurrent: true, workId: { in: [...shared.keys()] } },
    select: cardSelect,
    orderBy: { publishedAt: 'desc' },
    distinct: ['workId'],
    take: most,
  })
  const rows = [...byPeople, ...bySection].slice(0, most)
  const cards = await toCards(rows)
  return cards.map(card => ({ reason: shared.get(card.work.id) ?? `Also in ${review.section.name}`, review: card }))
}

/** Other works that share somebody with this one, with the reason: "Also directed by Spike Jonze". */
async function sharedPeople(workId: string): Promise<Map<string, string>> {
  const roles = [...makers, ...others]
  const credits = await db().credit.findMany({
    where: {
      workId: { not: workId },
      role: { in: roles },
      person: { credits: { some: { workId, role: { in: roles } } } },
      work: { publications: { some: { isCurrent: true } } },
    },
    select: { workId: true, role: true, person: { select: { name: true } } },
    orderBy: { position: 'asc' },
  })
  const order: string[] = roles
  const rank = (role: string) => order.indexOf(role)
  const reasons = new Map<string, string>()
  for (const credit of credits.sort((a, b) => rank(a.role) - rank(b.role))) {
    if (!reasons.has(credit.workId)) reasons.set(credit.workId, `${alsoBy[credit.role]} ${credit.person.name}`)
  }
  return reasons
}
