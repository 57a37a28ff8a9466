import { z } from 'zod'
import { line, text } from '#lib/forms/text-schema.ts'
import { type Aspect, disclosures, detailLimits as limits, noDetails, seenWays } from './details.ts'

/** Points for or against, a line each. An empty line is one that somebody is about to write, and is left out. */
const points = z
  .array(line(limits.point))
  .transform(lines => lines.filter(point => point !== ''))
  .refine(lines => lines.length <= limits.points, `At most ${limits.points} lines.`)

const aspect = z.strictObject({
  name: line(limits.aspectName),
  weight: z
    .int('A weight is a whole number.')
    .min(1, 'A weight is at least 1.')
    .max(limits.aspectWeight, `A weight is at most ${limits.aspectWeight}.`),
  // Whether the scale has such a value is asked before publishing: the scale may be chosen after it.
  value: z.number().min(-1_000).max(1_000),
})

const aspects = z.array(aspect).max(limits.aspects, `At most ${limits.aspects} aspects.`)

/**
 * The fields beside the text. Each has a default, because revisions and copies in browsers may be older than the field; a save
 * that leaves one out can lose nothing by it, since its version was one without.
 */
export const detailsSchema = z.strictObject({
  pullQuote: line(limits.pullQuote).default(''),
  // Which names the house gives is asked when one is added; those that it gave before stay.
  badges: z
    .array(line(60).refine(name => name !== '', 'A badge has a name.'))
    .max(limits.badges, `At most ${limits.badges} badges.`)
    .refine(isUnique, 'A badge is given twice.')
    .default([]),
  pros: points.default([]),
  cons: points.default([]),
  aspects: aspects.default([]),
  advisory: text(limits.advisory).default(''),
  seenHow: z.enum(seenWays).nullable().default(null),
  seenEdition: line(limits.seenEdition).default(''),
  seenPlatform: line(limits.seenPlatform).default(''),
  disclosures: z.array(z.enum(disclosures)).refine(isUnique, 'A disclosure is made twice.').default([]),
  disclosureNote: text(limits.disclosureNote).default(''),
})

/** The same, as a browser kept them: without the limits. */
export const keptDetailsSchema = detailsSchema.extend({
  pullQuote: z.string().default(''),
  badges: z.array(z.string()).default([]),
  pros: z.array(z.string()).default([]),
  cons: z.array(z.string()).default([]),
  aspects: z.array(z.object({ name: z.string(), weight: z.number(), value: z.number() })).default([]),
  advisory: z.string().default(''),
  seenEdition: z.string().default(''),
  seenPlatform: z.string().default(''),
  disclosureNote: z.string().default(''),
})

/** The aspects of a row. What was stored was checked, so anything else is a fault of ours and shows as none. */
export function toAspects(stored: unknown): Aspect[] {
  const parsed = aspects.safeParse(stored)
  return parsed.success ? parsed.data : noDetails.aspects
}

function isUnique(entries: string[]): boolean {
  return new Set(entries).size === entries.length
}
