import { z } from 'zod'
import { nameLine, text } from '#lib/forms/text-schema.ts'
import { numberOf } from './number-of.ts'
import { pluralForm } from './ratings.ts'
import { scaleSchema, unitSchema } from './ratings-schema.ts'
import { typedReadingSchema } from './reading-schema.ts'
import { rangeOf, type ScaleDefinition } from './scales.ts'

const typed = z.string().max(5000, 'Too long.')

const typedScale = z.object({
  name: nameLine(40, 'Give the scale a name.'),
  note: text(500),
  kind: z.enum(['numeric', 'letter', 'verdict']),
  min: typed,
  max: typed,
  step: typed,
  labels: typed,
  singular: typed,
  plural: typed,
  glyph: typed,
})

export interface ScaleInput {
  name: string
  note: string
  definition: ScaleDefinition
}

/**
 * The form of a scale, as typed (`ScaleTyped`), to what is stored. Numbers are taken as people write them: 0.5, 0,5, ½. A plural that was
 * left empty follows from the singular. Problems stand at the field that they are about.
 */
export const scaleFormSchema = typedScale.transform((form, context): ScaleInput => {
  const say = (field: string, problem: string) => context.addIssue({ code: 'custom', path: [field], message: problem })
  const { name, note, kind } = form
  const isNumeric = kind === 'numeric'
  const labels = isNumeric ? [] : labelsOf(form.labels)
  const typedRange = { min: numberOf(form.min), max: numberOf(form.max), step: numberOf(form.step) }
  if (isNumeric)
    for (const field of ['min', 'max', 'step'] as const)
      if (typedRange[field] === null) say(field, 'Write a number, such as 10 or 0.5.')
  if (context.issues.length > 0) return z.NEVER
  const { min, max, step } = typedRange
  const range = rangeOf(kind, { min: min ?? 0, max: max ?? 0, step: step ?? 1 }, labels)
  const checked = scaleSchema.safeParse({ key: 'x', name: 'x', version: 1, kind, ...range, labels })
  for (const issue of checked.error?.issues ?? [])
    say(String(issue.path[0] ?? 'labels'), labelIssue(issue, labels) ?? issue.message)
  const unit = isNumeric ? unitOf(form, say) : null
  return { name, note, definition: { kind, ...range, labels: checked.data?.labels ?? labels, unit } }
})

/** What a change of a scale was made from, beside the form. */
export const scaleChangeSchema = z.object({ key: z.string().max(60), seen: z.string().max(100) })

export const scaleStandingSchema = z.object({
  key: z.string().max(60),
  seen: z.string().max(100),
  standing: z.enum(['retired', 'offered']),
})

/** The reading of a version, as JSON in one field, and what it was made from. */
export const readingChangeSchema = z.object({
  versionId: z.uuid(),
  seen: z.string().max(100),
  reading: z.string().max(200_000).transform(parseJson).pipe(typedReadingSchema),
})

/** The house scale of each section: `scale-<section id>`, beside `seen-<section id>`. */
export const houseScalesSchema = z.array(
  z.object({ sectionId: z.uuid(), scale: z.string().max(60), seen: z.string().max(60) }),
)

export const newGlyphSchema = z.object({
  mediaId: z.uuid('Choose a picture.'),
  name: nameLine(40, 'Give the glyph a name.'),
})
export const glyphNameSchema = z.object({ key: z.string().max(60), name: nameLine(40, 'Give the glyph a name.') })
export const glyphKeySchema = z.object({ key: z.string().max(60) })

function labelsOf(text: string): string[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .reverse()
}

/** Zod says "at labels, 3": the editor is told which. */
function labelIssue(issue: { path: PropertyKey[]; message: string }, labels: string[]): string | null {
  const [field, index] = issue.path
  if (field !== 'labels' || typeof index !== 'number') return null
  return `“${(labels[index] ?? '').slice(0, 30)}…”: ${issue.message}`
}

function unitOf(form: z.infer<typeof typedScale>, say: (field: string, problem: string) => void) {
  const singular = form.singular.trim()
  const plural = form.plural.trim()
  if (singular === '' && plural === '') return null
  if (singular === '') say('singular', 'Write what one of them is called.')
  const unit = unitSchema.safeParse({ singular, plural: plural || pluralForm(singular), glyph: form.glyph })
  for (const issue of unit.error?.issues ?? [])
    if (singular !== '' || issue.path[0] !== 'singular') say(String(issue.path[0]), issue.message)
  return unit.data ?? null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
