import type { VersionWords } from '#lib/history/version-words.ts'
import type { Picture } from '#lib/media/pictures.ts'
import type { Missing } from '#lib/reviews/completeness.ts'
import type { DeskWork } from '#lib/works/desk-works.ts'
import type { NewWork } from '#lib/works/works-schema.ts'

// The server actions of the page, handed to the editor: components know what an action answers, not where it lives.

/** What came of a verb; `problem` is for the person. */
export type VerbOutcome =
  | { ok: true; slug?: string }
  | {
      ok: false
      problem: string
      missing?: Missing[]
      /** Until when it may not be published (ISO 8601), what is known of it, and whether this editor may do it all the same with a reason. */
      embargo?: { until: string; note: string; mayLift: boolean }
    }

export type WorkOutcome =
  | { ok: true; work: DeskWork }
  | { ok: false; fields?: Record<string, string>; problem?: string; namesake?: DeskWork }

export type TypedWork = Pick<NewWork, 'kind' | 'title' | 'released' | 'parentId' | 'number' | 'credits' | 'isAnother'>

export type PictureOutcome = { ok: true; picture: Picture } | { ok: false; problem: string }

export interface EditorActions {
  /** `lifting` is the reason why an embargo does not count. */
  publish(input: { id: string; version: number; lifting?: string }): Promise<VerbOutcome>
  retract(input: { id: string; version: number }): Promise<VerbOutcome>
  /** Keeps what stands as a named version. */
  keepVersion(input: { id: string; version: number; words: VersionWords }): Promise<VerbOutcome>
  createWork(work: TypedWork): Promise<WorkOutcome>
  /** Accepts a spelling for the whole house. */
  acceptName(input: { text: string }): Promise<VerbOutcome>
  refocus(input: { id: string; x: number; y: number }): Promise<PictureOutcome>
}
