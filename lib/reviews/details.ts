// What a review says beside its text: how the work was seen, what is said for and against it, what readers are told first.

export const seenWays = [
  'cinema',
  'screening',
  'festival',
  'screener',
  'broadcast',
  'stream',
  'disc',
  'performance',
  'visit',
  'bought',
  'borrowed',
  'review_copy',
] as const
export type SeenHow = (typeof seenWays)[number]

export const disclosures = ['free_copy', 'travel', 'affiliate'] as const
export type Disclosure = (typeof disclosures)[number]

/** One side of a work that is judged by itself: a whole weight from 1 to 10, and a value on the review's own scale. */
export type Aspect = { name: string; weight: number; value: number }

/** The fields beside the text that every review has; all may be empty. */
export interface ReviewDetails {
  /** A sentence of the text, for whoever quotes the review. */
  pullQuote: string
  /** Names from the house's list, as they stood. */
  badges: string[]
  pros: string[]
  cons: string[]
  aspects: Aspect[]
  /** "Flashing lights; a dog dies." */
  advisory: string
  seenHow: SeenHow | null
  seenEdition: string
  seenPlatform: string
  disclosures: Disclosure[]
  /** In the house's own words, in place of the standard sentence. */
  disclosureNote: string
}

/** How much of each there may be: characters of a text, entries of a list. */
export const detailLimits = {
  pullQuote: 280,
  badges: 3,
  points: 8,
  point: 140,
  aspects: 8,
  aspectName: 40,
  aspectWeight: 10,
  advisory: 300,
  seenEdition: 120,
  seenPlatform: 120,
  disclosureNote: 300,
} as const

/** A review that says nothing beside its text. */
export const noDetails: ReviewDetails = {
  pullQuote: '',
  badges: [],
  pros: [],
  cons: [],
  aspects: [],
  advisory: '',
  seenHow: null,
  seenEdition: '',
  seenPlatform: '',
  disclosures: [],
  disclosureNote: '',
}
