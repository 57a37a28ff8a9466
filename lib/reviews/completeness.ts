import { plainText, walkProse } from '#lib/prose/prose.ts'
import type { ReviewContent } from './reviews-schema.ts'

export interface Missing {
  field: keyof ReviewContent
  /** What to do, in words. */
  problem: string
}

/** What a review still needs before readers may see it, in the order of the page. Empty when it can be published. */
export function missingForPublication(content: ReviewContent): Missing[] {
  const checks: [boolean, Missing][] = [
    [content.title === '', { field: 'title', problem: 'Give the review a headline.' }],
    [plainText(content.body).trim() === '', { field: 'body', problem: 'Write the review.' }],
    [
      hasUndescribedPicture(content),
      { field: 'body', problem: 'Describe every picture in the text for readers who do not see it.' },
    ],
    [content.workId === null, { field: 'workId', problem: 'Say which work is reviewed.' }],
    [content.sectionId === null, { field: 'sectionId', problem: 'Choose a section.' }],
    [content.criticIds.length === 0, { field: 'criticIds', problem: 'Name at least one critic.' }],
    [
      content.verdict === '',
      { field: 'verdict', problem: 'Write the verdict: one sentence that stands beside the rating.' },
    ],
    [
      content.imageId !== null && content.imageAlt === '',
      { field: 'imageAlt', problem: 'Describe the picture for readers who do not see it.' },
    ],
    [
      content.kind === 'rereview' && content.rereviewOfId === null,
      { field: 'rereviewOfId', problem: 'Say which earlier review this one thinks again about.' },
    ],
  ]
  return checks.flatMap(([isMissing, missing]) => (isMissing ? [missing] : []))
}

function hasUndescribedPicture({ body }: ReviewContent): boolean {
  for (const node of walkProse(body)) if (node.type === 'figure' && String(node.attrs?.alt).trim() === '') return true
  return false
}
