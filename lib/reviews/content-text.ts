import { languageName } from '#lib/languages/languages.ts'
import { embedProvider } from '#lib/prose/embeds.ts'
import type { ProseNode } from '#lib/prose/prose.ts'
import { figure } from '#lib/ratings/ratings.ts'
import type { ReviewField } from './compare.ts'
import type { Disclosure } from './details.ts'
import { reviewKindName, spoilerLevelName } from './reviews.ts'
import type { ReviewContent } from './reviews-schema.ts'
import { seenHowName } from './seen.ts'

export interface Names {
  /** Of a work, section, critic, topic or review. */
  nameOf(id: string): string
  ratingOf(rating: NonNullable<ReviewContent['rating']>): string
}

/** A field of a content in words, for the eye: to compare two versions, or to look at an old one. */
export function contentText(field: ReviewField, content: ReviewContent, { nameOf, ratingOf }: Names): string {
  switch (field) {
    case 'body':
      return blocks(content.body).join('\n\n')
    case 'rating':
      return content.rating ? ratingOf(content.rating) : 'Not scored'
    case 'workId':
    case 'sectionId':
    case 'rereviewOfId':
    case 'translationOfId':
      return content[field] ? nameOf(content[field]) : ''
    case 'language':
      return content.language ? languageName(content.language) : ''
    case 'criticIds':
    case 'topicIds':
      return content[field].map(nameOf).join(', ')
    case 'imageId':
      return content.imageId ? 'A picture' : ''
    case 'kind':
      return reviewKindName(content.kind)
    case 'spoilers':
      return spoilerLevelName(content.spoilers)
    case 'badges':
      return content.badges.join(', ')
    case 'pros':
    case 'cons':
      return content[field].join('\n')
    case 'aspects':
      return aspectLines(content, ratingOf)
    case 'seenHow':
      return content.seenHow ? seenHowName(content.seenHow) : ''
    case 'disclosures':
      return content.disclosures.map(disclosure => disclosureNames[disclosure]).join(', ')
    default:
      return content[field]
  }
}

const disclosureNames: Record<Disclosure, string> = {
  free_copy: 'A free copy',
  travel: 'Travel was paid for',
  affiliate: 'Affiliate links',
}

function aspectLines({ aspects, rating }: ReviewContent, ratingOf: Names['ratingOf']): string {
  return aspects
    .map(
      ({ name, weight, value }) =>
        `${name}: ${rating ? ratingOf({ ...rating, value }) : figure(value)}, weight ${weight}`,
    )
    .join('\n')
}

const marks: Record<string, (text: string, node: ProseNode) => string> = {
  heading: (text, node) => `${node.attrs?.level === 3 ? '###' : '##'} ${text}`,
  blockquote: text => `> ${text}`,
  pullQuote: text => `Pull quote: ${text}`,
  listItem: text => `• ${text}`,
  spoiler: (text, node) => `Spoiler (${String(node.attrs?.label ?? '')}): ${text}`,
  figure: (_, node) => `[Picture: ${String(node.attrs?.alt || node.attrs?.caption || 'not described')}]`,
  horizontalRule: () => '⁂',
  gallery: (text, node) => ['Gallery', titleOf(node.attrs?.caption), text].filter(Boolean).join('\n'),
  callout: (text, node) => ['Callout', titleOf(node.attrs?.title), text].filter(Boolean).join('\n'),
  table: (text, node) => ['Table', titleOf(node.attrs?.caption), text].filter(Boolean).join('\n'),
  tableRow: (_, node) => blocks(node).join(' | '),
  embed: (_, { attrs }) =>
    `[${embedProvider(attrs?.provider)?.name ?? 'Embedded'}: ${String(attrs?.title || attrs?.id)}]`,
}

function titleOf(title: unknown): string {
  return typeof title === 'string' && title !== '' ? `“${title}”` : ''
}

function blocks(node: ProseNode): string[] {
  return (node.content ?? []).map(block => {
    const isText = block.type === 'paragraph' || block.type === 'heading'
    const text = isText ? words(block) : blocks(block).join('\n')
    return marks[block.type]?.(text, block) ?? text
  })
}

function words(block: ProseNode): string {
  return (block.content ?? [])
    .map(node => {
      if (node.type === 'footnote') return ` [Note: ${words(node)}]`
      return node.type === 'hardBreak' ? '\n' : (node.text ?? String(node.attrs?.label ?? ''))
    })
    .join('')
}
