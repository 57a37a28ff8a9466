import type { LibraryPicture } from '#lib/media/library.ts'
import { samplePicture } from '#lib/media/sample-picture.ts'

/** A picture of the library for tests, with what matters to each said. */
export function sampleOfLibrary(own: Partial<LibraryPicture> = {}): LibraryPicture {
  return {
    ...samplePicture(own),
    ...{ title: 'her.jpg', crops: {}, status: 'ready', progress: 100, problem: '', bytes: 1_000, uploadedBy: null },
    ...{ createdAt: '2026-01-01T00:00:00.000Z', version: 1 },
    ...own,
  }
}
