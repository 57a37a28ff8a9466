/** A place of a text, in characters. */
export interface TkPlace {
  from: number
  to: number
}

// A word of its own, in capitals: "TK", "TKTK", "TKs" is none. Stormtroopers have numbers ("TK-421"), and TK Maxx is a shop.
const pattern = /(?<![\p{L}\p{N}_])(?:TK+)+(?![\p{L}\p{N}_]|[-\u2010\u2011]\p{N}|\sMaxx)/gu

/** The places in a text that its writer has marked with TK ("to come"): where a fact, a name or a sentence is still missing. */
export function findTks(text: string): TkPlace[] {
  // Most paragraphs have none, and this is asked about every one that is typed in.
  if (!text.includes('TK')) return []
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ from: index, to: index + length }))
}
