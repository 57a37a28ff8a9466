import { z } from 'zod'
import { isStorable } from '#lib/prose/prose.ts'

/** A text of one or more lines: at most `most` characters, nothing that PostgreSQL cannot store, Unicode NFC, trimmed. */
export const text = (most: number) =>
  z
    .string()
    .max(most, `At most ${most} characters.`)
    .refine(isStorable, 'Contains a character that cannot be stored.')
    .transform(value => value.normalize('NFC').trim())

/** The same in one line: every run of white space becomes a space. */
export const line = (most: number) => text(most).transform(value => value.replace(/\s+/g, ' '))

/**
 * A line that stands among others' words, as titles and names do: with something to see in it, without characters that turn the
 * direction of what follows (letters do that for themselves) or break the line, and without heaps of marks on one letter.
 * Unicode Technical Report 36, 2.5; eight marks are more than any writing needs after NFC.
 */
export const nameLine = (most: number, missing: string) =>
  line(most)
    .refine(value => /[\p{L}\p{N}\p{S}\p{P}]/u.test(value), missing)
    .refine(
      value => !/[\p{Cc}\u200b\u200e\u200f\u061c\u2028-\u202e\u2060-\u206f\ufeff]/u.test(value),
      'Contains a character that cannot be seen and changes how the text around it is shown. Type it again without copying.',
    )
    .refine(value => !/\p{M}{9,}/u.test(value), 'Has too many marks on one letter.')
