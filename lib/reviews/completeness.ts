import { mediaIds, plainText, walkProse } from '#lib/prose/prose.ts'
import { isOnScale, type RatingScale } from '#lib/ratings/ratings.ts'
import { affiliateLinks } from './affiliate-links.ts'
import { quoteStanding } from './pull-quote.ts'
import type { ReviewContent } from './reviews-schema.ts'
import { tksLeft } from './tks.ts'

export interface Missing {
  field: keyof ReviewContent
  /** What to do, in words. */
  problem: string
  /** It is a TK, to which one can go. */
  isTk?: boolean
}

/** What the content alone does not say, and publishing depends on. */
export interface House {
  /** The scale that the review's score is given on; null when it has none. */
  scale: RatingScale | null
  /** Domains whose links earn money. */
  affiliateDomains: readonly string[]
  /** Ids of the pictures that need no description here: they are decorative, or described in the library. */
  settledPictures: ReadonlySet<string>
}

/** Ids of the pictures at the head of a review and in its text. */
export function picturesOf({ imageId, body }: Pick<ReviewContent, 'imageId' | 'body'>): string[] {
  return [...mediaIds(body), ...(imageId === null ? [] : [imageId])]
}

/** What a review still needs before readers may see it, in the order of the page. Empty when it can be published. */
export function missingForPublication(content: ReviewContent, house: House): Missing[] {
  const quote = quoteProblem(content)
  const aspects = aspectsProblem(content, house)
  const affiliate = affiliateProblem(content, house)
  const checks: [boolean, Missing][] = [
    [content.title === '', { field: 'title', problem: 'Give the review a headline.' }],
    [plainText(content.body).trim() === '', { field: 'body', problem: 'Write the review.' }],
    [
      hasUndescribedPicture(content, house),
      { field: 'body', problem: 'Describe every picture in the text for readers who do not see it.' },
    ],
    [content.workId === null, { field: 'workId', problem: 'Say which work is reviewed.' }],
    [content.sectionId === null, { field: 'sectionId', problem: 'Choose a section.' }],
    [content.criticIds.length === 0, { field: 'criticIds', problem: 'Name at least one critic.' }],
    [
      content.verdict === '',
      { field: 'verdict', problem: 'Write the verdict: one sentence that stands beside the rating.' },
    ],
    [affiliate !== null, { field: 'disclosures', problem: affiliate ?? '' }],
    [quote !== null, { field: 'pullQuote', problem: quote ?? '' }],
    [aspects !== null, { field: 'aspects', problem: aspects ?? '' }],
    [
      content.imageId !== null && content.imageAlt === '' && !house.settledPictures.has(content.imageId),
      { field: 'imageAlt', problem: 'Describe the picture for readers who do not see it.' },
    ],
    [
      content.kind === 'rereview' && content.rereviewOfId === null,
      { field: 'rereviewOfId', problem: 'Say which earlier review this one thinks again about.' },
    ],
  ]
  return [...checks.flatMap(([isMissing, missing]) => (isMissing ? [missing] : [])), ...stillToCome(content)]
}

function stillToCome(content: ReviewContent): Missing[] {
  return tksLeft(content).map(({ field, place, count }) => {
    const times = count === 1 ? '' : count === 2 ? ', twice' : `, ${count} times`
    return { field, problem: `TK is left in ${place}${times}.`, isTk: true }
  })
}

function quoteProblem({ pullQuote, body }: ReviewContent): string | null {
  if (pullQuote.trim() === '') return null
  const problems = {
    stands: null,
    spoiler: 'The pull quote gives away what stands inside a spoiler. Quote another sentence.',
    missing: 'The pull quote does not stand in the text any more. Take it from the text again, or remove it.',
  }
  return problems[quoteStanding(pullQuote, body)]
}

function aspectsProblem({ aspects }: ReviewContent, { scale }: House): string | null {
  if (aspects.length === 0) return null
  if (!scale) return 'The aspects are valued on the review’s own scale: score the review, or remove them.'
  if (aspects.some(({ name }) => name.trim() === '')) return 'Give every aspect a name, or remove it.'
  const off = aspects.find(({ value }) => !isOnScale(value, scale))
  return off ? `The scale “${scale.name}” has no such value as that of “${off.name}”. Value it again.` : null
}

function affiliateProblem({ body, disclosures }: ReviewContent, { affiliateDomains }: House): string | null {
  if (disclosures.includes('affiliate')) return null
  const [link] = affiliateLinks(body, affiliateDomains)
  return link
    ? `The link to ${new URL(link).host} earns us something: disclose affiliate links, or take the link out.`
    : null
}

function hasUndescribedPicture({ body }: ReviewContent, { settledPictures }: House): boolean {
  for (const { type, attrs } of walkProse(body))
    if (type === 'figure' && String(attrs?.alt).trim() === '' && !settledPictures.has(String(attrs?.mediaId)))
      return true
  return false
}
