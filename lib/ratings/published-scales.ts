import { db } from '#lib/db/client.ts'
import { toLink } from '#lib/reviews/published-cards.ts'
import type { Link } from '#lib/reviews/reviews.ts'
import { countLive, liveKey } from './published-counts.ts'
import type { RatingScale, RatingUnit } from './ratings.ts'
import type { ScaleReading } from './reading.ts'
import { toReading } from './reading-schema.ts'
import { toScale } from './stored.ts'

export interface UsedVersion {
  scale: RatingScale
  unit: RatingUnit | null
  /** When the next version took its place, ISO 8601; null for the present one. */
  until: string | null
  /** Live reviews that were scored on it. */
  live: number
  reading: ScaleReading
}

export interface UsedScale {
  key: string
  name: string
  note: string
  isRetired: boolean
  sections: Link[]
  present: UsedVersion
  /** Versions before it that live reviews were scored on, newest first. */
  older: UsedVersion[]
}

/** The scales that are in use: live reviews were scored on them, or a section's new reviews are. What the desk only tries out is not among them. */
export async function listUsedScales(): Promise<UsedScale[]> {
  const [rows, live] = await Promise.all([
    db().ratingScale.findMany({
      orderBy: [{ retiredAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'asc' }, { id: 'asc' }],
      include: {
        versions: { orderBy: { version: 'desc' }, include: { reading: true } },
        sections: { orderBy: { position: 'asc' }, select: { id: true, slug: true, name: true } },
      },
    }),
    countLive(),
  ])
  return rows.flatMap(({ versions, ...row }) => {
    const all = versions.map((version, index) => ({
      ...toScale({ ...version, scale: row }),
      until: versions[index - 1]?.createdAt.toISOString() ?? null,
      live: live.get(liveKey(row.key, version.version)) ?? 0,
      reading: toReading(version.reading),
    }))
    const [present, ...before] = all
    const older = before.filter(version => version.live > 0)
    if (!present || (present.live === 0 && older.length === 0 && row.sections.length === 0)) return []
    const { key, name, note } = row
    const sections = row.sections.map(section => toLink('section', section))
    return [{ key, name, note, isRetired: row.retiredAt !== null, sections, present, older }]
  })
}
