import type { Editor } from '#lib/auth/editor.ts'
import { db } from '#lib/db/client.ts'
import type { VersionWords } from '#lib/history/version-words.ts'
import { keepRevision, loadForCommand, type Refusal, type Saved, writeContent } from './commands.ts'
import { otherScoreProblem, refusalOfConstraint } from './commands-problems.ts'
import { liveContentOf } from './live-content.ts'

/**
 * Gives the version that stands now a name and a reason, so that it is found again and never replaced by an autosave. Refused: not found,
 * not allowed, stale.
 */
export async function keepNamedVersion(
  editor: Editor,
  { words, ...input }: { id: string; version: number; words: VersionWords },
): Promise<{ ok: true } | Refusal> {
  return db().$transaction(async tx => {
    const loaded = await loadForCommand(tx, editor, 'review.edit', input)
    if (!loaded.ok) return loaded
    const last = await tx.revision.findFirst({
      where: { reviewId: input.id, version: input.version },
      orderBy: { createdAt: 'desc' },
      select: { id: true },
    })
    if (last) await tx.revision.update({ where: { id: last.id }, data: words })
    else await keepRevision(tx, editor, loaded.review, 'saved', words)
    await audit(tx, editor, 'review.name-version', input.id, { version: input.version, ...words })
    return { ok: true }
  })
}

/** Names an earlier version, or takes its name away when it is empty. Refused: not found, not allowed. */
export async function nameRevision(
  editor: Editor,
  { id, revisionId, words }: { id: string; revisionId: string; words: VersionWords },
): Promise<{ ok: true } | Refusal> {
  return db().$transaction(async tx => {
    // Whatever the version that stands now: an earlier one is none of it.
    const loaded = await loadForCommand(tx, editor, 'review.edit', { id })
    if (!loaded.ok) return loaded
    const revision = await tx.revision.findFirst({ where: { id: revisionId, reviewId: id }, select: { version: true } })
    if (!revision) return { ok: false, code: 'not-found' }
    await tx.revision.update({ where: { id: revisionId }, data: words })
    await audit(tx, editor, 'review.name-version', id, { version: revision.version, ...words })
    return { ok: true }
  })
}

/**
 * Puts what readers see back as the working copy, its address too, as a new version that is live as it stands. What is discarded stays in
 * the history. Refused: not found (also when readers see nothing of it), not allowed, stale.
 */
export async function discardChanges(editor: Editor, input: { id: string; version: number }): Promise<Saved | Refusal> {
  try {
    return await db().$transaction(async tx => {
      const loaded = await loadForCommand(tx, editor, 'review.edit', input)
      if (!loaded.ok) return loaded
      const live = await liveContentOf(tx, loaded.review)
      if (!live) return { ok: false, code: 'not-found' }
      const problem = await otherScoreProblem(tx, editor, loaded.review, live)
      if (problem) return problem
      const note = 'Changes that readers had not seen were discarded.'
      const saved = await writeContent(tx, editor, input.id, live, 'restored', { note })
      await tx.review.update({ where: { id: input.id }, data: { publishedVersion: saved.version } })
      await audit(tx, editor, 'review.discard-changes', input.id, { version: saved.version })
      return saved
    })
  } catch (error) {
    return refusalOfConstraint(error)
  }
}

type Tx = Parameters<typeof loadForCommand>[0]

async function audit(tx: Tx, editor: Editor, action: string, subject: string, detail: object): Promise<void> {
  await tx.auditEntry.create({ data: { actorId: editor.id, action, subject, detail: { ...detail } } })
}
