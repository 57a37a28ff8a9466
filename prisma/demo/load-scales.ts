import type { Prisma } from '#lib/db/generated/client.ts'
import { typographic } from '#lib/prose/markdown.ts'
import type { DemoPublication } from './demo-files.ts'

/** The demo's scales, each with its first version and how it is read; one that is there already stays as it is. Ids by key. */
export async function writeScales(
  tx: Prisma.TransactionClient,
  { scales }: DemoPublication,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const [key, { name, note, kind, labels, unit, bands, projection, ...range }] of Object.entries(scales)) {
    const { min = 0, max = labels.length - 1, step = 1 } = range
    const words = unit && { unitSingular: unit.singular, unitPlural: unit.plural, unitGlyph: unit.glyph }
    const known = await tx.ratingScale.findUnique({ where: { key } })
    const made =
      known ??
      (await tx.ratingScale.create({
        data: {
          key,
          name,
          note: typographic(note),
          versions: {
            create: {
              version: 1,
              kind,
              min,
              max,
              step,
              labels,
              ...words,
              reading: {
                create: {
                  bands: bands.map(({ from, sentence }) => ({ from, sentence: typographic(sentence) })),
                  projection: projection.map((score, value) => [value, score]),
                },
              },
            },
          },
        },
      }))
    ids.set(key, made.id)
  }
  return ids
}
