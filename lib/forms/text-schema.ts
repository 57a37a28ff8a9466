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
