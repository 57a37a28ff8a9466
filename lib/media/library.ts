import type { Crops, Picture } from './pictures.ts'

// Pictures as the desk has them: with everything that readers do not see.

/** What the library can be narrowed to. */
export const libraryFilters = ['unused', 'no-alt', 'no-credit', 'failed', 'processing', 'mine'] as const
export type LibraryFilter = (typeof libraryFilters)[number]

/** Where a picture can stand: at the head of a review, in its text, as the cover of a work, as what a glyph was made of, for the house. */
export const libraryPlaces = ['head', 'text', 'work', 'glyph', 'house'] as const
export type LibraryPlace = (typeof libraryPlaces)[number]

/** `making`: it can be used, and more of its files are being made. `failed`: some could not be made; `problem` says why. */
export type PictureStatus = 'ready' | 'making' | 'failed'

export interface LibraryPicture extends Picture {
  /** What its file was called where it came from. */
  title: string
  crops: Crops
  status: PictureStatus
  /** 0–100, of its files. */
  progress: number
  /** In words; empty when all is well. */
  problem: string
  /** Of the file that was sent; 0 when that was not kept. */
  bytes: number
  uploadedBy: { id: string; name: string } | null
  /** ISO 8601. */
  createdAt: string
  /** Counts changes: what is sent back with each, so that nobody undoes another's unseen. */
  version: number
}

export interface LibraryPage {
  pictures: LibraryPicture[]
  /** What to ask for to get those after; null at the end. */
  next: string | null
}

export type LibraryCounts = Record<'all' | LibraryFilter, number>

/** What the desk needs while files are being made. */
export type PictureProgress = Pick<LibraryPicture, 'id' | 'status' | 'progress' | 'problem'>

/** A place where a picture stands. A review that has it at its head and in its text is two. */
export interface PictureUse {
  place: LibraryPlace
  /** Of the review, the work, or the glyph. */
  id: string
  /** Of the review, the work, or the glyph; "A draft of somebody else’s" where this editor may not read it. */
  title: string
  /** Its page at the desk; null where this editor has none. */
  href: string | null
  /** Readers see it there now. */
  isLive: boolean
  /** It stands in what is being written; otherwise only in what readers see, or once saw. */
  isInWorkingCopy: boolean
}

/** A picture that looks alike. */
export interface Lookalike {
  picture: LibraryPicture
  /** In how many of 64 bits they differ; at most `alikeWithin`. */
  distance: number
}

export interface PictureDetail {
  picture: LibraryPicture
  uses: PictureUse[]
  alike: Lookalike[]
  /** What this editor may do to it. */
  may: { edit: boolean; replace: boolean; trash: boolean }
}

/** Pictures whose likenesses differ in no more bits than these are listed as alike. */
export const alikeWithin = 6

export type LibraryRefusal =
  | { ok: false; code: 'not-found' | 'not-allowed' | 'no-room' }
  /** Somebody was quicker: the picture as it is now. */
  | { ok: false; code: 'stale'; picture: LibraryPicture }
  /** Not while it is used there. */
  | { ok: false; code: 'in-use'; uses: PictureUse[] }
  /** The file is no picture that can be taken; why and what to do. */
  | { ok: false; code: 'unusable'; problem: string }

export type Changed = { ok: true; picture: LibraryPicture }

/** Of an upload: `duplicateOf` is the id of `picture` when its very bytes were here already, and nothing was added. */
export type Uploaded = { ok: true; picture: LibraryPicture; duplicateOf: string | null }
export type UploadRefusal = Extract<LibraryRefusal, { code: 'not-allowed' | 'not-found' | 'unusable' | 'no-room' }>

/** What to tell the person, in words; each says what to do. */
export function refusalText(refusal: LibraryRefusal): string {
  if (refusal.code === 'unusable') return refusal.problem
  return {
    'not-found': 'This picture is not there any more. Go back to the library.',
    'not-allowed': 'Your account may not do this with this picture. Ask an editor.',
    'no-room': 'The server has no room for pictures left. Your text is still saved; tell whoever runs it.',
    stale: 'Somebody changed this picture in the meantime. What it is now is shown; change it again.',
    'in-use': 'This picture is still used. Take it out there first, or replace it.',
  }[refusal.code]
}
