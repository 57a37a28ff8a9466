// Corrections: what was wrong in a published review and has been put right, said in public with a date of its own.

/** A correction as readers get it. `at` is ISO 8601 in UTC. */
export interface Correction {
  id: string
  at: string
  text: string
}

/** One of the page of all corrections, with the review that it corrects. */
export interface CorrectionEntry extends Correction {
  reviewId: string
  /** The review as it is live; null when it has been withdrawn, so that nothing leads to it and nothing repeats its headline. */
  review: { title: string; path: string } | null
  work: { id: string; title: string; year: number | null }
}

export interface CorrectionList {
  corrections: CorrectionEntry[]
  total: number
  page: number
  pages: number
}

export const correctionsPerPage = 20
export const correctionLimit = 1_000
