import type { PictureOutcome, TypedWork, WorkOutcome } from '#components/desk/editor/editor-actions.ts'
import type { WorkContent } from '#lib/works/work-content.ts'

// The server actions of a work's page, handed to its form: components know what an action answers, not where it lives.

export interface WorkToSave {
  id: string
  version: number
  content: WorkContent
}

export type SaveWorkOutcome =
  | { ok: true; version: number; content: WorkContent }
  | {
      ok: false
      problem?: string
      fields?: Record<string, string>
      /** What has the id or address already. */
      holder?: { name: string; path: string }
      /** Somebody saved meanwhile: what is stored now. */
      current?: { version: number; content: WorkContent; savedBy: string | null }
    }

export interface WorkActions {
  save: (work: WorkToSave) => Promise<SaveWorkOutcome>
  createWork: (work: TypedWork) => Promise<WorkOutcome>
  refocus: (input: { id: string; x: number; y: number }) => Promise<PictureOutcome>
}
