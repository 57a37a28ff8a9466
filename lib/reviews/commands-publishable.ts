import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { now } from '#lib/db/transact.ts'
import { listSettledPictures } from '#lib/media/desk-queries-settled.ts'
import { unresolvedSuggestions } from '#lib/notes/counts.ts'
import { notify } from '#lib/notices/commands.ts'
import { readSettings } from '#lib/settings/published.ts'
import { rereviewMismatch } from './commands-rereview.ts'
import { translationMismatch } from './commands-translation.ts'
import { type Missing, missingForPublication, picturesOf } from './completeness.ts'
import { shortestReason } from './reviews.ts'
import { contentOf, ownedBy, ratingOf, type WorkingCopy } from './working-copy.ts'

// What holds a publication back: what is missing, and an embargo.

type Tx = Prisma.TransactionClient

/** `until` is ISO 8601; `mayLift`: whoever asks may publish all the same, and has to say why. */
export type Held = { ok: false; code: 'embargo'; until: string; note: string; mayLift: boolean }

/** What a review still needs before readers may see it, with what only the database can say. */
export async function missingIn(tx: Tx, review: WorkingCopy): Promise<Missing[]> {
  const { affiliateDomains } = await readSettings(tx)
  const scale = ratingOf(review)?.scale ?? null
  const content = contentOf(review)
  const settledPictures = await listSettledPictures(tx, picturesOf(content))
  const missing = missingForPublication(content, { scale, affiliateDomains, settledPictures })
  const mismatch = await rereviewMismatch(tx, review)
  if (mismatch !== null) missing.push({ field: 'rereviewOfId', problem: mismatch })
  const untranslatable = await translationMismatch(tx, review)
  if (untranslatable) missing.push(untranslatable)
  const suggestions = await unresolvedSuggestions(tx, review.id)
  if (suggestions > 0)
    missing.push({
      field: 'body',
      problem:
        suggestions === 1
          ? 'A suggested change is not answered yet: accept or reject it.'
          : `${suggestions} suggested changes are not answered yet: accept or reject them.`,
    })
  return missing
}

/** Null when there is no embargo, it is over by the database's clock, or it is lifted now, which is written down with its reason. */
export async function heldByEmbargo(
  tx: Tx,
  editor: Editor,
  review: WorkingCopy,
  lifting: string | undefined,
): Promise<Held | null> {
  if (!review.embargoAt || review.embargoAt <= (await now(tx))) return null
  const mayLift = can(editor, 'embargo.lift', ownedBy(review))
  const reason = lifting?.trim() ?? ''
  if (!mayLift || reason.length < shortestReason)
    return { ok: false, code: 'embargo', until: review.embargoAt.toISOString(), note: review.embargoNote, mayLift }
  await tx.$executeRaw`SELECT set_config('out_of_five.embargo_lifted', ${review.id}, true)`
  const detail = { until: review.embargoAt.toISOString(), reason }
  await tx.auditEntry.create({
    data: { actorId: editor.id, action: 'review.lift-embargo', subject: review.id, detail },
  })
  const owners = await tx.user.findMany({ where: { role: 'owner' }, select: { id: true } })
  const to = owners.map(({ id }) => id)
  await notify(tx, { kind: 'embargo-override', to, byId: editor.id, reviewId: review.id, words: reason })
  return null
}
