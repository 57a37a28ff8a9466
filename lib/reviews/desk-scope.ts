import type { Editor } from '#lib/auth/editor.ts'
import { policy } from '#lib/auth/policy.ts'
import type { Prisma } from '#lib/db/generated/client.ts'

/**
 * The reviews that somebody may read, for a `where`: the same rule as `can(editor, 'review.read', review)`, so that the rest is not found. What
 * is in the trash is nobody's to read. */
export function readableBy(editor: Editor): Prisma.ReviewWhereInput {
  const grant = policy['review.read'][editor.role]
  const here = { trashedAt: null }
  if (grant === 'any') return here
  return grant === 'own' ? { ...here, OR: [ownOf(editor), { assigneeId: editor.id }] } : { id: { in: [] } }
}

/** The reviews that somebody began or has the byline of. */
export function ownOf(editor: Editor): Prisma.ReviewWhereInput {
  const byline = editor.criticId === null ? [] : [{ critics: { some: { criticId: editor.criticId } } }]
  return { OR: [{ createdById: editor.id }, ...byline] }
}
