import type { VerbOutcome } from '#components/desk/editor/editor-actions.ts'
import type { PublishRefusal } from '#lib/reviews/commands-publish.ts'

/** Why a verb on a review was refused, for the person who pressed the button. */
export function refused(outcome: PublishRefusal): Extract<VerbOutcome, { ok: false }> {
  if (outcome.code === 'incomplete')
    return { ok: false, problem: 'Something is still missing.', missing: outcome.missing }
  if (outcome.code === 'invalid')
    return { ok: false, problem: outcome.problem, missing: [{ field: outcome.field, problem: outcome.problem }] }
  if (outcome.code === 'stale')
    return {
      ok: false,
      problem: `${outcome.current.savedBy ?? 'Somebody'} has saved this review meanwhile. Nothing was done: look at the changes first.`,
    }
  if (outcome.code === 'embargo') {
    const { until, note, mayLift } = outcome
    return { ok: false, problem: 'It is under embargo, so nothing was done.', embargo: { until, note, mayLift } }
  }
  if (outcome.code === 'not-allowed') return { ok: false, problem: 'Your role does not allow this. Ask an editor.' }
  return { ok: false, problem: 'This review does not exist any more, or is not yours to see.' }
}
