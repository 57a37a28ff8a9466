import type { Prose, ProseNode } from '#lib/prose/prose.ts'
import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'

// A text that is written grows by a letter, and is not worth being copied whole for each: what is kept of it is what the server had,
// and every change since, as small as it was.

/** From one content to the next: the fields that are others, and of the text the blocks that are. */
export interface LogChange {
  fields: Partial<ReviewContent>
  /** So many blocks of the text, from this one on, are replaced by these. */
  body?: { at: number; removed: number; blocks: ProseNode[] }
}

/** What changed; null when nothing did. Told by identity: the editor keeps every block that it leaves alone. */
export function changeBetween(before: ReviewContent, after: ReviewContent): LogChange | null {
  const was = new Map<string, unknown>(Object.entries(before))
  const { body, ...fields }: Partial<ReviewContent> = Object.fromEntries(
    Object.entries(after).filter(([name, value]) => was.get(name) !== value),
  )
  if (!body) return Object.keys(fields).length > 0 ? { fields } : null
  return { fields, body: spliceBetween(before.body.content ?? [], body.content ?? []) }
}

/** The content after all these changes. */
export function replay(base: ReviewContent, changes: LogChange[]): ReviewContent {
  let content = base
  for (const { fields, body } of changes)
    content = { ...content, ...fields, ...(body && { body: spliced(content.body, body) }) }
  return content
}

function spliceBetween(before: ProseNode[], after: ProseNode[]): NonNullable<LogChange['body']> {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start++
  let end = 0
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++
  return { at: start, removed: before.length - end - start, blocks: after.slice(start, after.length - end) }
}

function spliced(prose: Prose, { at, removed, blocks }: NonNullable<LogChange['body']>): Prose {
  return { ...prose, content: (prose.content ?? []).toSpliced(at, removed, ...blocks) }
}
