import { slugify } from '#lib/addresses/addresses.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { sortName } from '#lib/people/people.ts'
import { typographic } from '#lib/prose/markdown.ts'
import { type ExternalId, readExternalId } from '#lib/works/external-ids.ts'
import { parsePartialDate, sortTitle, type WorkKind } from '#lib/works/works.ts'
import type { DemoPublication, DemoWork } from './demo-files.ts'

type Tx = Prisma.TransactionClient

/** Writes the works of the demo with their credits; the same name in two credits is the same person. Series come before their seasons. */
export async function writeWorks(tx: Tx, works: DemoWork[]): Promise<void> {
  const people = new Map<string, string>()
  const ids = new Map<string, string>()
  for (const { credits, editions, released, parent, externalIds, slug, ...work } of works) {
    const made = await tx.work.create({
      data: {
        ...work,
        title: typographic(work.title),
        summary: typographic(work.summary),
        slug,
        genres: work.genres ?? [],
        platforms: work.platforms ?? [],
        sortTitle: sortTitle(work.title),
        ...releaseColumns(slug, released),
        parentId: parent ? (ids.get(parent) ?? null) : null,
        externalIds: { create: idsOf(slug, work.kind, externalIds ?? {}) },
        editions: {
          create: editions.map(({ released: date, ...edition }, index) => ({
            ...edition,
            ...(date && releaseColumns(slug, date)),
            position: index + 1,
          })),
        },
      },
    })
    ids.set(slug, made.id)
    for (const [index, { name, role, character, group }] of credits.entries()) {
      const personId = people.get(name) ?? (await person(tx, name, group))
      people.set(name, personId)
      await tx.credit.create({
        data: { workId: made.id, personId, role, character: character ?? null, position: index + 1 },
      })
    }
  }
}

/** Writes the series of the demo with their works in order, and the other names of its people. Works come before. */
export async function writeSeries(
  tx: Tx,
  { series, aliases }: Pick<DemoPublication, 'series' | 'aliases'>,
): Promise<void> {
  for (const { works, ...each } of series) {
    const rows = await tx.work.findMany({ where: { slug: { in: works } }, select: { id: true, slug: true } })
    const entries = works.map((slug, index) => {
      const work = rows.find(row => row.slug === slug)
      if (!work) throw new Error(`The series ${each.slug} names “${slug}”, which is no work of the demo`)
      return { workId: work.id, position: index + 1 }
    })
    await tx.workSeries.create({
      data: { ...each, note: typographic(each.note), sortName: sortTitle(each.name), entries: { create: entries } },
    })
  }
  for (const [name, others] of Object.entries(aliases)) {
    const { count } = await tx.person.updateMany({ where: { name }, data: { aliases: others } })
    if (count === 0) throw new Error(`The demo gives other names to “${name}”, who is credited in none of its works`)
  }
}

/** The ids as the desk would take them: one that it would refuse is a mistake in the file. */
function idsOf(slug: string, kind: WorkKind, ids: Record<string, string | undefined>): ExternalId[] {
  return Object.values(ids).flatMap(typed => {
    if (!typed) return []
    const read = readExternalId(typed, kind)
    if (!read.ok) throw new Error(`${slug}: ${read.problem}`)
    return [read.id]
  })
}

function releaseColumns(slug: string, released: string) {
  const date = parsePartialDate(released)
  if (!date) throw new Error(`${slug}: ${released} is not a date`)
  return { releaseYear: date.year, releaseMonth: date.month, releaseDay: date.day }
}

async function person(tx: Tx, name: string, group: boolean): Promise<string> {
  const kind = group ? 'group' : 'person'
  return (await tx.person.create({ data: { name, kind, slug: slugify(name), sortName: sortName(name, kind) } })).id
}
