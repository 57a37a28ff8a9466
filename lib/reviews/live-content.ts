import type { Prisma } from '#lib/db/generated/client.ts'
import { type ReviewContent, reviewContentSchema } from './reviews-schema.ts'

type Reader = Pick<Prisma.TransactionClient, 'publication' | 'revision'>

/**
 * What readers see of a review, as the desk would edit it; null when nothing of it is live. It is the revision that was published: the
 * snapshot itself keeps its rating as readers see it, without the scale that it was chosen on. What a merge of works or of addresses has
 * changed since is the snapshot's.
 */
export async function liveContentOf(
  reader: Reader,
  { id, publishedVersion }: { id: string; publishedVersion: number | null },
): Promise<ReviewContent | null> {
  if (publishedVersion === null) return null
  const [live, revision] = await Promise.all([
    reader.publication.findFirst({ where: { reviewId: id, isCurrent: true }, select: { workId: true, slug: true } }),
    reader.revision.findFirst({
      where: { reviewId: id, version: publishedVersion },
      orderBy: { createdAt: 'desc' },
      select: { content: true },
    }),
  ])
  const content = reviewContentSchema.safeParse(revision?.content)
  return live && content.success ? { ...content.data, ...live } : null
}
