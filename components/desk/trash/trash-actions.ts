import type { Holder, TrashKind } from '#lib/trash/trash.ts'

// The server actions of the trash, handed to components: they know what an action answers, not where it lives.

/** What came of it; `holders` stand in the way. */
export type TrashOutcome = { ok: true; said: string } | { ok: false; problem: string; holders?: Holder[] }

export interface TrashActions {
  throwAway(input: { kind: TrashKind; id: string; version: number }): Promise<TrashOutcome>
  putBack(input: { kind: TrashKind; id: string }): Promise<TrashOutcome>
}
