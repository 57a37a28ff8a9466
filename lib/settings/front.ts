import { type WorkKind, workKinds } from '#lib/works/works.ts'

// What the front page is made of, below its cover. Pure.

export const frontBlockNames = ['latest', 'sections', 'lists'] as const

/**
 * A part of the front page, as a text: `latest`, `sections` (each with its newest), `lists` (the newest), or one section, one list or one
 * kind of work, such as `section:0199…` and `kind:film`.
 */
export type FrontBlock = (typeof frontBlockNames)[number] | `section:${string}` | `list:${string}` | `kind:${string}`

export const usualFront: FrontBlock[] = ['latest', 'sections', 'lists']

const one = /^(section|list):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Whether a text names a part of a front page. */
export function isFrontBlock(text: string): text is FrontBlock {
  return frontBlockNames.some(name => name === text) || one.test(text) || kindOf(text) !== null
}

/** The section or list that a part is about, or null. */
export function subjectOf(block: string): { noun: 'section' | 'list'; id: string } | null {
  const [, noun, id] = one.exec(block) ?? []
  return id && (noun === 'section' || noun === 'list') ? { noun, id } : null
}

/** The kind of work that a part is about, or null. */
export function kindOf(block: string): WorkKind | null {
  return workKinds.find(kind => block === `kind:${kind}`) ?? null
}
