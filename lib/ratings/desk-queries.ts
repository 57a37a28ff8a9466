import type { Editor } from '#lib/auth/editor.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import type { NamedGlyph } from './own-glyphs.ts'
import { countLive, countLiveValues, liveKey } from './published-counts.ts'
import type { RatingScale } from './ratings.ts'
import type { ScaleReading } from './reading.ts'
import { toReading } from './reading-schema.ts'
import type { DeskScale, DeskScaleVersion, HouseScale } from './scales.ts'
import { readingSeenOf, seenOf, toScale } from './stored.ts'

const scaleInclude = {
  versions: { orderBy: { version: 'desc' }, include: { reading: true } },
  sections: { orderBy: { position: 'asc' }, select: { name: true } },
} satisfies Prisma.RatingScaleInclude

/** Every scale of the house, those that are retired last. */
export async function listDeskScales(_editor: Editor): Promise<DeskScale[]> {
  const [rows, live] = await Promise.all([
    db().ratingScale.findMany({
      orderBy: [{ retiredAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'asc' }, { id: 'asc' }],
      include: scaleInclude,
    }),
    countLive(),
  ])
  return rows.flatMap(row => toDeskScale(row, live) ?? [])
}

/** One scale with all its versions; null where there is none of that key. */
export async function getDeskScale(_editor: Editor, key: string): Promise<DeskScale | null> {
  const row = await db().ratingScale.findUnique({ where: { key }, include: scaleInclude })
  return row && toDeskScale(row, await countLive(key))
}

/** The scale of a version, which is what a reading of it is measured against. */
export async function getVersionScale(_editor: Editor, versionId: string): Promise<RatingScale | null> {
  const row = await db().ratingScaleVersion.findUnique({ where: { id: versionId }, include: { scale: true } })
  return row && toScale(row).scale
}

/** The sections and their house scales, in order. */
export async function listHouseScales(_editor: Editor): Promise<HouseScale[]> {
  const rows = await db().section.findMany({ orderBy: { position: 'asc' }, include: { scale: true } })
  return rows.map(row => ({ sectionId: row.id, section: row.name, scale: row.scale?.key ?? '' }))
}

/** The glyphs that the house has made, by name. */
export async function listGlyphs(_editor: Editor): Promise<NamedGlyph[]> {
  return db().glyph.findMany({ orderBy: [{ name: 'asc' }, { key: 'asc' }], select: { key: true, name: true } })
}

/** How many live reviews have each score of a version, best first. */
export async function listLiveValues(
  _editor: Editor,
  { scale }: DeskScaleVersion,
): Promise<[value: number, live: number][]> {
  return [...(await countLiveValues(scale.key, scale.version))].sort(([a], [b]) => b - a)
}

/** How the house reads a version of a scale. */
export async function getReading(_editor: Editor, versionId: string): Promise<ScaleReading> {
  return toReading(await db().scaleReading.findUnique({ where: { versionId } }))
}

function toDeskScale(
  row: Prisma.RatingScaleGetPayload<{ include: typeof scaleInclude }>,
  live: Map<string, number>,
): DeskScale | null {
  const [newest, ...older] = row.versions.map(
    (version): DeskScaleVersion => ({
      id: version.id,
      ...toScale({ ...version, scale: row }),
      createdAt: version.createdAt.toISOString(),
      live: live.get(liveKey(row.key, version.version)) ?? 0,
      reading: toReading(version.reading),
      readingSeen: readingSeenOf(version.reading),
    }),
  )
  if (!newest) return null
  return {
    key: row.key,
    name: row.name,
    note: row.note,
    isRetired: row.retiredAt !== null,
    seen: seenOf(row, newest.scale.version),
    versions: [newest, ...older],
    sections: row.sections.map(section => section.name),
  }
}
