import type { Prisma } from '#lib/db/generated/client.ts'

/** Which of these pictures need no description where they stand: those that are decorative, and those that the library describes. */
export async function listSettledPictures(
  client: Pick<Prisma.TransactionClient, 'media'>,
  ids: string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await client.media.findMany({
    where: { id: { in: ids }, OR: [{ isDecorative: true }, { alt: { not: '' } }] },
    select: { id: true },
  })
  return new Set(rows.map(row => row.id))
}
