import { z } from 'zod'
import { line } from '#lib/forms/text-schema.ts'
import { type KnownName, nameKey } from './names.ts'

const known: z.ZodType<KnownName> = z.object({ text: z.string(), kind: z.enum(['person', 'character', 'work']) })

/** What a browser needs to check the names of one review. */
export const namesToCheckSchema = z.object({
  /** Names that are right: of the work and its people, and of what is mentioned. */
  known: z.array(known),
  /** Ordinary words, and names of others, that look like one of them. Keys. */
  words: z.array(z.string()),
  otherNames: z.array(z.string()),
  /** Keys of spellings that the house has accepted. */
  accepted: z.array(z.string()),
  /** Whether this editor may accept a spelling for the house. */
  mayAccept: z.boolean(),
  /** Whoever is credited and what is mentioned, for making mentions of their names. */
  linkable: z.array(z.object({ kind: z.enum(['work', 'person']), id: z.string(), label: z.string() })),
})

export type NamesToCheck = z.infer<typeof namesToCheckSchema>

/** What the names of a review come from. */
export const nameSourcesSchema = z.strictObject({
  workId: z.uuid().nullable(),
  mentionIds: z.array(z.uuid()).max(150, 'At most 150 mentions.'),
})

export type NameSources = z.infer<typeof nameSourcesSchema>

/** A spelling to be accepted: as it stands in a text. */
export const acceptNameSchema = z.strictObject({
  text: line(120).refine(text => nameKey(text) !== '', 'Give the spelling to be accepted.'),
})

/** The key of an accepted spelling. */
export const acceptedNameSchema = z.strictObject({ key: z.string().min(1).max(200) })
