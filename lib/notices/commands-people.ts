import type { Prisma } from '#lib/db/generated/client.ts'
import { ownedBy, type WorkingCopy } from '#lib/reviews/working-copy.ts'

/** The accounts of whose review it is: who began it, and the critics of its byline. */
export async function writersOf(tx: Prisma.TransactionClient, review: WorkingCopy): Promise<string[]> {
  const { createdById, criticIds } = ownedBy(review)
  const users = await tx.user.findMany({
    where: {
      disabledAt: null,
      OR: [{ critic: { id: { in: criticIds } } }, ...(createdById ? [{ id: createdById }] : [])],
    },
    select: { id: true },
  })
  return users.map(({ id }) => id)
}
