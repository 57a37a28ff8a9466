import { slugify } from '#lib/addresses/addresses.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { sortName } from '#lib/people/people.ts'
import { typographic } from '#lib/prose/markdown.ts'
import { parsePartialDate, sortTitle } from '#lib/works/works.ts'
import type { DemoWork } from './demo-files.ts'

type Tx = Prisma.TransactionClient

/** Writes the works of the demo with their credits; the same name in two credits is the same person. Series come before their seasons. */
export async function writeWorks(tx: Tx, works: DemoWork[]): Promise<void> {
  const people = new Map<string, string>()
  const ids = new Map<string, string>()
  for (const { credits, released, parent, externalIds, slug, ...work } of works) {
    const date = parsePartialDate(released)
    if (!date) throw new Error(`${slug}: ${released} is not a date`)
    const made = await tx.work.create({
      data: {
        ...work,
        title: typographic(work.title),
        summary: typographic(work.summary),
        slug,
        genres: work.genres ?? [],
        platforms: work.platforms ?? [],
        sortTitle: sortTitle(work.title),
        releaseYear: date.year,
        releaseMonth: date.month,
        releaseDay: date.day,
        parentId: parent ? (ids.get(parent) ?? null) : null,
        externalIds: {
          create: Object.entries(externalIds ?? {}).flatMap(([scheme, value]) =>
            isScheme(scheme) && value ? [{ scheme, value }] : [],
          ),
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

const schemes = ['imdb', 'tmdb', 'wikidata', 'isbn', 'musicbrainz', 'igdb'] as const
function isScheme(scheme: string): scheme is (typeof schemes)[number] {
  return schemes.some(known => known === scheme)
}

async function person(tx: Tx, name: string, group: boolean): Promise<string> {
  const kind = group ? 'group' : 'person'
  return (await tx.person.create({ data: { name, kind, slug: slugify(name), sortName: sortName(name, kind) } })).id
}
