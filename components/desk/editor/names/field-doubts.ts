import type { NameCheck, NameDoubt } from '#lib/names/names.ts'
import { fieldPassages, type Passage } from '#lib/names/passages.ts'
import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'

/** A doubt in a line of the review that is not its text: the headline, the verdict, a point. */
export interface FieldDoubt extends Passage {
  doubt: NameDoubt
}

export function doubtsInFields(content: ReviewContent, check: NameCheck): FieldDoubt[] {
  return fieldPassages(content).flatMap(passage => check.doubtsIn(passage.text).map(doubt => ({ ...passage, doubt })))
}

/** The content with the doubt put right; as it was, when the words have changed meanwhile. */
export function withFieldFixed(
  content: ReviewContent,
  { field, index, text, doubt }: FieldDoubt,
): Partial<ReviewContent> {
  const value = content[field]
  const right = text.slice(0, doubt.from) + doubt.suggestion + text.slice(doubt.to)
  if (typeof value === 'string' && value === text) return { [field]: right }
  if ((field === 'pros' || field === 'cons') && index !== null && content[field][index] === text)
    return { [field]: content[field].with(index, right) }
  return {}
}

/**
 * Puts it right in the field as if it were typed, so that the browser's own undo takes it back. False where the field is not on the
 * screen, or holds something else.
 */
export function typeIntoField({ field, text, doubt }: FieldDoubt): boolean {
  const control = document.querySelector<HTMLTextAreaElement | HTMLInputElement>(
    `#field-${field} :is(textarea, input:not([type='checkbox'], [type='radio'], [type='file']))`,
  )
  if (!control || control.value !== text || control.readOnly) return false
  control.focus({ preventScroll: true })
  control.setSelectionRange(doubt.from, doubt.to)
  // Deprecated, and the only way to change a field that its undo knows of.
  return document.execCommand('insertText', false, doubt.suggestion)
}
