import type { LibraryPicture } from '#lib/media/library.ts'
import type { CropsInput, DescribeInput, FocusInput } from '#lib/media/library-schema.ts'

// The server actions of a picture's page, handed to its forms: components know what an action answers, not where it lives.

/** What came of a change. With a picture, a refusal means that somebody was quicker: this is what it is now. */
export type PictureChange =
  | { ok: true; picture: LibraryPicture }
  | { ok: false; problem: string; fields?: Record<string, string>; picture?: LibraryPicture }

export interface PictureActions {
  describe(input: DescribeInput): Promise<PictureChange>
  focus(input: FocusInput): Promise<PictureChange>
  crop(input: CropsInput): Promise<PictureChange>
  retry(input: { id: string }): Promise<PictureChange>
}

/** For an action whose answer did not come. */
export const noAnswer: PictureChange = {
  ok: false,
  problem: 'The server did not answer. What you did is still here: try again.',
}
