import { randomBytes } from 'node:crypto'
import { slugify } from '#lib/addresses/addresses.ts'
import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { appendContentEvent, pagesCaughtUp } from '#lib/events/commands.ts'
import { isOnScale, type RatingScale } from './ratings.ts'
import { toReading } from './reading-schema.ts'
import { type ScaleDefinition, sameDefinition } from './scales.ts'
import type { ScaleInput } from './scales-schema.ts'
import { seenOf, toScale } from './stored.ts'

type Tx = Prisma.TransactionClient
type Version = Prisma.RatingScaleVersionGetPayload<{ include: { reading: true } }>

/** Why a command on a scale was refused. `stale`: somebody has changed it since it was seen. `in-use`: a section's house scale is not retired. */
export type ScaleRefusal =
  | { ok: false; code: 'not-allowed' | 'not-found' | 'stale' }
  | { ok: false; code: 'in-use'; uses: string[] }
export type ScaleSaved = { ok: true; key: string; version: number; isNewVersion: boolean }

/** Makes a scale and its first version. */
export async function createScale(editor: Editor, input: ScaleInput): Promise<ScaleSaved | ScaleRefusal> {
  if (!can(editor, 'scale.edit')) return { ok: false, code: 'not-allowed' }
  return db().$transaction(async tx => {
    const key = await freeKey(tx, input.name)
    const { id } = await tx.ratingScale.create({
      data: { key, name: input.name, note: input.note, versions: { create: columnsOf(input.definition, 1) } },
    })
    await audit(tx, editor, 'scale.create', id, { key })
    return { ok: true, key, version: 1, isNewVersion: true }
  })
}

/**
 * Changes a scale. Another name or note is only that; another definition is a new version, on which whatever is scored from now on is
 * scored. Nothing that was scored before changes. The reading of the version before is taken along where it still fits.
 */
export async function changeScale(
  editor: Editor,
  change: { key: string; seen: string; input: ScaleInput },
): Promise<ScaleSaved | ScaleRefusal> {
  if (!can(editor, 'scale.edit')) return { ok: false, code: 'not-allowed' }
  const outcome = await db().$transaction(async (tx): Promise<(ScaleSaved & { eventId: bigint }) | ScaleRefusal> => {
    const loaded = await loadScale(tx, change)
    if (!loaded.ok) return loaded
    const { scale, newest } = loaded
    const { name, note, definition } = change.input
    await tx.ratingScale.update({ where: { id: scale.id }, data: { name, note } })
    const isNewVersion = !sameDefinition(definition, definitionOf(scale, newest))
    const version = newest.version + Number(isNewVersion)
    if (isNewVersion)
      await tx.ratingScaleVersion.create({
        data: {
          scaleId: scale.id,
          ...columnsOf(definition, version),
          ...(stillFits(newest, definition) && { reading: { create: readingColumns(newest) } }),
        },
      })
    await audit(tx, editor, 'scale.change', scale.id, { key: scale.key, version })
    const eventId = await appendContentEvent(tx, { kind: 'scale.change', tags: ['scoring'] })
    return { ok: true, key: scale.key, version, isNewVersion, eventId }
  })
  if (!outcome.ok) return outcome
  const { eventId, ...saved } = outcome
  await pagesCaughtUp(eventId)
  return saved
}

/** Retires a scale, so that it is offered no more, or offers it again. Refused as `in-use` while it is the house scale of a section. */
export async function setScaleStanding(
  editor: Editor,
  change: { key: string; seen: string; standing: 'retired' | 'offered' },
): Promise<{ ok: true } | ScaleRefusal> {
  if (!can(editor, 'scale.edit')) return { ok: false, code: 'not-allowed' }
  const outcome = await db().$transaction(async (tx): Promise<{ ok: true; eventId: bigint } | ScaleRefusal> => {
    const loaded = await loadScale(tx, change)
    if (!loaded.ok) return loaded
    const { scale } = loaded
    if (change.standing === 'retired' && scale.sections.length > 0)
      return { ok: false, code: 'in-use', uses: scale.sections.map(section => section.name) }
    const retiredAt = change.standing === 'retired' ? new Date() : null
    await tx.ratingScale.update({ where: { id: scale.id }, data: { retiredAt } })
    await audit(tx, editor, change.standing === 'retired' ? 'scale.retire' : 'scale.restore', scale.id, {
      key: scale.key,
    })
    return { ok: true, eventId: await appendContentEvent(tx, { kind: 'scale.change', tags: ['scoring'] }) }
  })
  if (!outcome.ok) return outcome
  await pagesCaughtUp(outcome.eventId)
  return { ok: true }
}

/**
 * Chooses the house scale of sections, each with the one that was seen ('' for none). Refused as stale, all of them, when one has been chosen
 * otherwise meanwhile; as not found for a section or a scale that is not offered.
 */
export async function chooseHouseScales(
  editor: Editor,
  choices: { sectionId: string; scale: string; seen: string }[],
): Promise<{ ok: true } | ScaleRefusal> {
  if (!can(editor, 'scale.edit')) return { ok: false, code: 'not-allowed' }
  const changes = choices.filter(choice => choice.scale !== choice.seen)
  if (changes.length === 0) return { ok: true }
  const outcome = await db().$transaction(async (tx): Promise<{ ok: true; eventId: bigint } | ScaleRefusal> => {
    // Held, so that no scale is retired while it is chosen.
    const keys = changes.map(change => change.scale)
    await tx.$queryRaw`SELECT id FROM rating_scale WHERE key = ANY(${keys}) ORDER BY id FOR SHARE`
    const scales = await tx.ratingScale.findMany({ where: { key: { in: keys }, retiredAt: null } })
    await tx.$queryRaw`SELECT id FROM section WHERE id = ANY(${changes.map(change => change.sectionId)}::uuid[]) ORDER BY id FOR UPDATE`
    const sections = await tx.section.findMany({
      where: { id: { in: changes.map(change => change.sectionId) } },
      include: { scale: true },
    })
    for (const { sectionId, scale, seen } of changes) {
      const section = sections.find(candidate => candidate.id === sectionId)
      const chosen = scales.find(candidate => candidate.key === scale)
      if (!section || (scale !== '' && !chosen)) return { ok: false, code: 'not-found' }
      if ((section.scale?.key ?? '') !== seen) return { ok: false, code: 'stale' }
    }
    for (const { sectionId, scale } of changes) {
      const scaleId = scales.find(candidate => candidate.key === scale)?.id ?? null
      await tx.section.update({ where: { id: sectionId }, data: { scaleId } })
      await audit(tx, editor, 'scale.house', sectionId, { scale })
    }
    return { ok: true, eventId: await appendContentEvent(tx, { kind: 'scale.house', tags: ['scoring'] }) }
  })
  if (!outcome.ok) return outcome
  await pagesCaughtUp(outcome.eventId)
  return { ok: true }
}

async function loadScale(tx: Tx, { key, seen }: { key: string; seen: string }) {
  await tx.$queryRaw`SELECT id FROM rating_scale WHERE key = ${key} FOR UPDATE`
  const scale = await tx.ratingScale.findUnique({
    where: { key },
    include: {
      versions: { orderBy: { version: 'desc' }, take: 1, include: { reading: true } },
      sections: { orderBy: { position: 'asc' }, select: { name: true } },
    },
  })
  const newest = scale?.versions[0]
  if (!scale || !newest) return { ok: false, code: 'not-found' } as const
  if (seenOf(scale, newest.version) !== seen) return { ok: false, code: 'stale' } as const
  return { ok: true, scale, newest } as const
}

function columnsOf({ unit, ...range }: ScaleDefinition, version: number) {
  return {
    version,
    ...range,
    unitSingular: unit?.singular ?? null,
    unitPlural: unit?.plural ?? null,
    unitGlyph: unit?.glyph ?? null,
  }
}

type ScaleRow = Prisma.RatingScaleGetPayload<object>

function definitionOf(scale: ScaleRow, version: Version): ScaleDefinition {
  const { scale: known, unit } = toScale({ ...version, scale })
  const { kind, min, max, step, labels } = known
  return { kind, min, max, step, labels, unit }
}

/** A reading says something of values; it goes along to a version whose ends and words are the same and that has those values. */
function stillFits(newest: Version, next: ScaleDefinition): boolean {
  if (!newest.reading) return false
  const { bands, projection, freshFrom } = toReading(newest.reading)
  const range: RatingScale = { key: '', name: '', version: 1, ...next }
  return (
    newest.min.equals(next.min) &&
    newest.max.equals(next.max) &&
    newest.kind === next.kind &&
    JSON.stringify(newest.labels) === JSON.stringify(next.labels) &&
    [
      ...bands.map(band => band.from),
      ...projection.map(([value]) => value),
      ...(freshFrom === null ? [] : [freshFrom]),
    ].every(value => isOnScale(value, range))
  )
}

function readingColumns({ reading }: Version) {
  const { bands, projection, freshFrom } = toReading(reading)
  return { bands, projection: projection.map(([value, score]) => [value, score]), freshFrom }
}

/** Pages of the desk that stand beside those of the scales. */
const taken = new Set(['new', 'glyphs'])

/** The name as a key, with a number behind it where another scale has that already. */
async function freeKey(tx: Tx, name: string): Promise<string> {
  const wanted = slugify(name, 40)
  for (let count = 1; count < 100; count += 1) {
    const key = count === 1 ? wanted : `${wanted}-${count}`
    if (!taken.has(key) && !(await tx.ratingScale.findUnique({ where: { key }, select: { id: true } }))) return key
  }
  return `${wanted}-${randomBytes(6).toString('hex')}`
}

function audit(tx: Tx, editor: Editor, action: string, subject: string, detail: Prisma.InputJsonObject) {
  return tx.auditEntry.create({ data: { actorId: editor.id, action, subject, detail } })
}
