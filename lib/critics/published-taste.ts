import { pathOf } from '#lib/addresses/addresses.ts'
import { db } from '#lib/db/client.ts'
import { listCardsByPublication } from '#lib/reviews/published-by-id.ts'
import type { Link, ReviewCard } from '#lib/reviews/reviews.ts'
import type { WorkKind } from '#lib/works/works.ts'
import type { Agreement, Spread } from './taste.ts'

export interface Taste {
  /** How many live reviews have a score. */
  scored: number
  /** Mean score, 0–100; null when nothing is scored. */
  averageScore: number | null
  spread: Spread
  /** The five works that they have scored highest; of equal scores the later review. */
  favourites: ReviewCard[]
  /** What they write most about, most first. */
  kinds: { kind: WorkKind; count: number }[]
  topics: (Link & { count: number })[]
  /** Colleagues with works in common, most works first. */
  agreements: Agreement[]
}

const mostFavourites = 5
const mostKinds = 6
const mostTopics = 6
const mostColleagues = 8

/** What a critic's live reviews say of their taste: counted by the database, never row by row here. */
export async function getTaste(criticId: string): Promise<Taste> {
  const [tenths, favourites, kinds, topics, agreements] = await Promise.all([
    spreadOf(criticId),
    favouritesOf(criticId),
    kindsOf(criticId),
    topicsOf(criticId),
    agreementsOf(criticId),
  ])
  const spread = Array.from({ length: 10 }, (_, tenth) => tenths.find(row => row.tenth === tenth)?.count ?? 0)
  const scored = spread.reduce((sum, count) => sum + count, 0)
  const sum = tenths.reduce((total, row) => total + row.sum, 0)
  return {
    scored,
    averageScore: scored > 0 ? Math.round(sum / scored) : null,
    spread,
    favourites,
    kinds,
    topics,
    agreements,
  }
}

function spreadOf(criticId: string) {
  return db().$queryRaw<{ tenth: number; count: number; sum: number }[]>`
    SELECT least(9, floor(p.score / 10))::int AS tenth, count(*)::int AS count, sum(p.score)::float8 AS sum
    FROM publication_critic c JOIN publication p ON p.id = c.publication_id
    WHERE c.critic_id = ${criticId}::uuid AND p.is_current AND p.translation_of_id IS NULL AND p.score IS NOT NULL
    GROUP BY tenth`
}

async function favouritesOf(criticId: string): Promise<ReviewCard[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT id FROM (
      SELECT DISTINCT ON (p.work_id) p.id, p.score, p.published_at
      FROM publication_critic c JOIN publication p ON p.id = c.publication_id
      WHERE c.critic_id = ${criticId}::uuid AND p.is_current AND p.translation_of_id IS NULL AND p.score IS NOT NULL
      ORDER BY p.work_id, p.published_at DESC, p.id DESC
    ) newest ORDER BY score DESC, published_at DESC, id LIMIT ${mostFavourites}`
  const cards = await listCardsByPublication(rows.map(row => row.id))
  return rows.flatMap(({ id }) => cards.get(id) ?? [])
}

function kindsOf(criticId: string) {
  return db().$queryRaw<{ kind: WorkKind; count: number }[]>`
    SELECT w.kind, count(*)::int AS count
    FROM publication_critic c JOIN publication p ON p.id = c.publication_id JOIN work w ON w.id = p.work_id
    WHERE c.critic_id = ${criticId}::uuid AND p.is_current AND p.translation_of_id IS NULL
    GROUP BY w.kind ORDER BY count DESC, w.kind LIMIT ${mostKinds}`
}

async function topicsOf(criticId: string): Promise<Taste['topics']> {
  const rows = await db().$queryRaw<{ id: string; slug: string; name: string; count: number }[]>`
    SELECT t.id, t.slug, t.name, count(*)::int AS count
    FROM publication_critic c JOIN publication p ON p.id = c.publication_id
      JOIN publication_topic pt ON pt.publication_id = p.id JOIN topic t ON t.id = pt.topic_id
    WHERE c.critic_id = ${criticId}::uuid AND p.is_current AND p.translation_of_id IS NULL
    GROUP BY t.id ORDER BY count DESC, t.name LIMIT ${mostTopics}`
  return rows.map(({ slug, ...topic }) => ({ ...topic, path: pathOf('topic', slug) }))
}

/** On a work that both have scored, each stands with their newest score of it; what they signed together says nothing. */
async function agreementsOf(criticId: string): Promise<Agreement[]> {
  const rows = await db().$queryRaw<{ slug: string; name: string; works: number; apart: number }[]>`
    WITH own AS (
      SELECT p.id, p.work_id, p.score, p.published_at
      FROM publication_critic c JOIN publication p ON p.id = c.publication_id
      WHERE c.critic_id = ${criticId}::uuid AND p.is_current AND p.translation_of_id IS NULL AND p.score IS NOT NULL
    ), pairs AS (
      SELECT DISTINCT ON (c.critic_id, own.work_id) c.critic_id, abs(p.score - own.score) AS apart
      FROM own JOIN publication p ON p.work_id = own.work_id AND p.is_current AND p.translation_of_id IS NULL AND p.score IS NOT NULL
        JOIN publication_critic c ON c.publication_id = p.id AND c.critic_id <> ${criticId}::uuid
      WHERE NOT EXISTS (
        SELECT FROM publication_critic t
        WHERE (t.publication_id = p.id AND t.critic_id = ${criticId}::uuid)
           OR (t.publication_id = own.id AND t.critic_id = c.critic_id)
      )
      ORDER BY c.critic_id, own.work_id, own.published_at DESC, own.id DESC, p.published_at DESC, p.id DESC
    )
    SELECT k.slug, k.name, count(*)::int AS works, round(avg(pairs.apart))::int AS apart
    FROM pairs JOIN critic k ON k.id = pairs.critic_id
    GROUP BY k.id ORDER BY works DESC, apart, k.name LIMIT ${mostColleagues}`
  return rows.map(({ slug, ...colleague }) => ({ ...colleague, path: pathOf('critic', slug) }))
}
