import { type Prose, type ProseNode, walkProse } from '#lib/prose/prose.ts'

/** How an address is, as far as is known. `unsure`: the site does not answer, or not to programs. */
export const linkStates = ['waiting', 'fine', 'moved', 'gone', 'broken', 'unsure'] as const
export type LinkState = (typeof linkStates)[number]

/** A link of a review, and how it stands with where it leads. */
export interface CheckedLink {
  href: string
  /** The words that are linked. */
  text: string
  state: LinkState
  /** Why, in words: "404 Not Found". */
  answer: string
  /** Where a page that has moved is now; a path when it is ours. */
  target: string | null
  /** When that was found out; null for our own pages, which are known at any time, and for what still waits. */
  checkedAt: string | null
}

/** Where the links of a review lead, as the link dialog offers it. */
export interface LinkTarget {
  /** A path of ours. */
  href: string
  title: string
  /** "Review, by Ada Marlowe" */
  detail: string
}

/** What is said of a link that is no more than worth a look; null when nothing is. */
export function linkAdvice({ state, answer, target, href }: CheckedLink): string | null {
  if (state === 'gone') return 'This page of ours was taken down.'
  if (state === 'broken') return href.startsWith('/') ? 'There is no such page here.' : `It leads nowhere: ${answer}.`
  if (state === 'moved') return `It has moved to ${target}.`
  return state === 'unsure' ? `It could not be checked: ${answer}.` : null
}

/** The links of a document in reading order, each address once, with the words that carry it first. Footnotes are read as well. */
export function linksIn(prose: Prose): { href: string; text: string }[] {
  const found = new Map<string, string>()
  let last: ProseNode | null = null
  for (const node of walkProse(prose)) {
    const href = hrefOf(node)
    // One link can be several nodes: a word of it in italics.
    const goesOn = href !== null && last !== null && hrefOf(last) === href
    if (href !== null && !found.has(href)) found.set(href, textOf(node))
    else if (href !== null && goesOn) found.set(href, `${found.get(href)}${textOf(node)}`.slice(0, 200))
    last = node
  }
  return [...found].map(([href, text]) => ({ href, text: text.trim() }))
}

function hrefOf({ marks = [] }: ProseNode): string | null {
  const link = marks.find(({ type }) => type === 'link')
  return link ? String(link.attrs?.href) : null
}

function textOf({ text, attrs }: ProseNode): string {
  return text ?? (typeof attrs?.label === 'string' ? attrs.label : '')
}
