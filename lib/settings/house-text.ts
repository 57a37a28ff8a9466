import { proseFromMarkdown } from '#lib/prose/markdown.ts'
import type { Prose } from '#lib/prose/prose.ts'

// The house's texts are Markdown, read by the same grammar as reviews; pictures and mentions are for reviews alone.

const none = { picture: () => null, mention: () => null }

/** Why a text cannot be one of the house's, in words, or null. */
export function textProblem(markdown: string): string | null {
  if (markdown === '') return null
  const read = proseFromMarkdown(markdown, none)
  return read.ok ? null : read.problem
}

/** A text of the house as a checked document; null for none, and for what is no longer read. */
export function houseProse(markdown: string): Prose | null {
  if (markdown === '') return null
  const read = proseFromMarkdown(markdown, none)
  return read.ok ? read.prose : null
}
