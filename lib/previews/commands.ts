import { randomBytes } from 'node:crypto'
import type { Editor } from '#lib/auth/editor.ts'
import { secretDigest } from '#lib/auth/tokens.ts'
import { now, transact } from '#lib/db/transact.ts'
import { env } from '#lib/env.ts'
import { loadForCommand, type Refusal } from '#lib/reviews/commands.ts'

/** Of one review, so many links work at a time. */
const most = 50

type Shared = { ok: true; link: string } | Refusal | { ok: false; code: 'when'; problem: string }

/**
 * Makes a link by which somebody outside reads the review as it stands, until it ends. It is shown once: only its digest is kept. Refused: what
 * somebody may not share, and more than fifty links of a review.
 */
export async function sharePreview(editor: Editor, input: { id: string; name: string; days: number }): Promise<Shared> {
  return transact(async (tx): Promise<Shared> => {
    const loaded = await loadForCommand(tx, editor, 'preview.share', { id: input.id })
    if (!loaded.ok) return loaded
    const at = await now(tx)
    const open = await tx.previewLink.count({ where: { reviewId: input.id, revokedAt: null, expiresAt: { gt: at } } })
    if (open >= most)
      return { ok: false, code: 'when', problem: 'Fifty links of this review work already. End some of them first.' }
    const secret = randomBytes(32).toString('base64url')
    const expiresAt = new Date(at.getTime() + input.days * 86_400_000)
    await tx.previewLink.create({
      data: { reviewId: input.id, hash: secretDigest(secret), name: input.name, expiresAt, byId: editor.id },
    })
    const detail = { for: input.name, until: expiresAt.toISOString() }
    await tx.auditEntry.create({ data: { actorId: editor.id, action: 'review.share', subject: input.id, detail } })
    return { ok: true, link: new URL(`/preview/${secret}`, env().SITE_URL).href }
  })
}

/** Ends a link at once. Ended already, it changes nothing. */
export async function endPreview(
  editor: Editor,
  input: { id: string; linkId: string },
): Promise<{ ok: true } | Refusal> {
  return transact(async (tx): Promise<{ ok: true } | Refusal> => {
    const loaded = await loadForCommand(tx, editor, 'preview.share', { id: input.id })
    if (!loaded.ok) return loaded
    const { count } = await tx.previewLink.updateMany({
      where: { id: input.linkId, reviewId: input.id, revokedAt: null },
      data: { revokedAt: await now(tx) },
    })
    if (count > 0)
      await tx.auditEntry.create({ data: { actorId: editor.id, action: 'review.unshare', subject: input.id } })
    return { ok: true }
  })
}
