'use server'
import { revalidatePath } from 'next/cache'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { type FormState, invalid, textsOf } from '#lib/forms/form-state.ts'
import { type GlyphRefusal, makeGlyph, removeGlyph, renameGlyph } from '#lib/ratings/commands-glyphs.ts'
import { glyphKeySchema, glyphNameSchema, newGlyphSchema } from '#lib/ratings/scales-schema.ts'

export async function makeGlyphAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const input = newGlyphSchema.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  return answered(await makeGlyph(editor, input.data), `“${input.data.name}” is made.`)
}

export async function renameGlyphAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const input = glyphNameSchema.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  return answered(await renameGlyph(editor, input.data), 'Saved.')
}

export async function removeGlyphAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const input = glyphKeySchema.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  return answered(await removeGlyph(editor, input.data.key), 'The glyph is gone.')
}

function answered(outcome: { ok: true } | GlyphRefusal, done: string): FormState {
  revalidatePath('/desk/scales', 'layout')
  if (outcome.ok) return { done }
  switch (outcome.code) {
    case 'not-allowed':
      return { problem: 'Glyphs are made by editors. Nothing was saved.' }
    case 'not-found':
      return { problem: 'It is not there any more. Reload the page.' }
    case 'unusable':
      return { fields: { mediaId: outcome.problem } }
    case 'in-use':
      return { problem: `It stays, because something is drawn with it: ${outcome.uses.join(', ')}.` }
  }
}
