import { z } from 'zod'
import { text } from '#lib/forms/text-schema.ts'
import { isStorable } from '#lib/prose/prose.ts'
import { unitSchema } from '#lib/ratings/ratings-schema.ts'
import { contextLength } from './anchors.ts'
import { type DeskNotes, longestMessage } from './notes.ts'
import { longestEdit } from './suggestions.ts'

const id = z.uuid()
const message = text(longestMessage).refine(words => words !== '', 'Write something first.')
const position = z.int().min(0).max(1_000_000)
/** As it stands in the text, spaces at its ends and all. */
const piece = (most: number) =>
  z.string().max(most, `At most ${most} characters.`).refine(isStorable, 'Contains a character that cannot be stored.')

/** Where in the text, as the page saw it. */
const anchor = z.strictObject({
  place: z
    .strictObject({ block: position, start: position, end: position })
    .refine(({ start, end }) => end >= start, 'This is no place in a text.'),
  quote: piece(longestEdit),
  prefix: piece(contextLength),
  suffix: piece(contextLength),
})

const rating = z.strictObject({ scaleVersionId: id, value: z.number(), unit: unitSchema.nullable() }).nullable()
const version = z.int().positive()

/** One of what is done beside the text. Ids are made by the page, so that what is sent twice is done once. */
export const noteVerbSchema = z.discriminatedUnion('verb', [
  /** Without an anchor: on the whole review. */
  z.strictObject({ verb: z.literal('comment'), id, commentId: id, anchor: anchor.nullable(), text: message }),
  z.strictObject({ verb: z.literal('reply'), id, commentId: id, text: message }),
  z.strictObject({ verb: z.literal('edit'), commentId: id, text: message }),
  z.strictObject({ verb: z.literal('delete'), commentId: id }),
  z.strictObject({ verb: z.literal('resolve'), id }),
  z.strictObject({ verb: z.literal('reopen'), id }),
  z.strictObject({
    verb: z.literal('suggest'),
    edits: z
      .array(
        z
          .strictObject({
            id,
            anchor,
            replacement: piece(longestEdit).refine(words => !words.includes('\n'), 'Stays within one paragraph.'),
          })
          .refine(edit => edit.replacement !== edit.anchor.quote, 'This changes nothing.'),
      )
      .min(1)
      .max(200, 'At most 200 suggestions at once.'),
  }),
  z.strictObject({ verb: z.literal('accept'), ids: z.array(id).min(1).max(500), version }),
  z.strictObject({ verb: z.literal('reject'), ids: z.array(id).min(1).max(500) }),
  z.strictObject({ verb: z.literal('propose-score'), to: rating, why: text(300) }),
  z.strictObject({
    verb: z.literal('answer-score'),
    id,
    answer: z.enum(['accepted', 'refused', 'withdrawn']),
    words: text(300),
    version,
  }),
])
export type NoteVerb = z.infer<typeof noteVerbSchema>
export type Of<V extends NoteVerb['verb']> = Omit<Extract<NoteVerb, { verb: V }>, 'verb'>

const person = z.object({ id: z.string(), name: z.string() })
const place = z.object({ block: z.number(), start: z.number(), end: z.number() })

/** What is beside a text, parsed in the browser: a page may be older than the server. */
export const notesSchema: z.ZodType<DeskNotes> = z.object({
  notes: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['comment', 'suggestion']),
      state: z.enum(['open', 'resolved', 'accepted', 'rejected']),
      place: place.nullable(),
      quote: z.string(),
      prefix: z.string(),
      suffix: z.string(),
      replacement: z.string().nullable(),
      author: person.nullable(),
      isOwn: z.boolean(),
      at: z.string(),
      settledBy: z.string().nullable(),
      settledAt: z.string().nullable(),
      comments: z.array(
        z.object({
          id: z.string(),
          author: person.nullable(),
          isOwn: z.boolean(),
          text: z.string(),
          at: z.string(),
          isEdited: z.boolean(),
          mentions: z.array(person),
        }),
      ),
    }),
  ),
  people: z.array(person),
  may: z.object({ write: z.boolean(), settle: z.boolean(), answer: z.boolean() }),
  scoreOf: z.array(z.string()),
  proposal: z
    .object({
      id: z.string(),
      state: z.enum(['open', 'accepted', 'refused', 'withdrawn']),
      from: z.string(),
      to: z.string(),
      why: z.string(),
      by: z.string().nullable(),
      isOwn: z.boolean(),
      at: z.string(),
      answeredBy: z.string().nullable(),
      answeredAt: z.string().nullable(),
      answer: z.string(),
    })
    .nullable(),
})
