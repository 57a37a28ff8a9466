import { z } from 'zod'
import { pictureSchema } from '#lib/media/media-schema.ts'
import { reviewKinds } from '#lib/reviews/reviews.ts'
import { workKinds } from '#lib/works/works.ts'
import type { Elsewhere } from './elsewhere.ts'

/** The answer of the server, as the editor reads it: a page may be older than the server. */
export const elsewhereSchema: z.ZodType<Elsewhere> = z.object({
  review: z.object({
    title: z.string(),
    kind: z.enum(reviewKinds),
    critics: z.array(z.object({ id: z.string(), name: z.string(), path: z.string() })),
    work: z.object({
      id: z.string(),
      kind: z.enum(workKinds),
      title: z.string(),
      year: z.number().nullable(),
      path: z.string().nullable(),
      partOf: z.object({ kind: z.enum(workKinds), title: z.string() }).optional(),
    }),
    standfirst: z.string(),
    verdict: z.string(),
    plainText: z.string(),
    searchTitle: z.string(),
    searchDescription: z.string(),
    picture: pictureSchema.nullable(),
    path: z.string(),
    sameAs: z.array(z.string()),
    pros: z.array(z.string()),
    cons: z.array(z.string()),
  }),
  rated: z.object({ value: z.number(), best: z.number(), author: z.string() }).nullable(),
  graph: z.array(z.unknown()),
  card: z.object({ alt: z.string(), key: z.string() }),
})
