import { z } from 'zod'
import { isOnScale, isWholeHundredths, labelKey, nearestOnScale, type RatingScale, stepCount } from './scale.ts'

// A word that is shown beside a number: one line, nothing that cannot be seen or stored.
const word = z
  .string()
  .transform(text => text.normalize('NFC').replace(/\s+/g, ' ').trim())
  .pipe(
    z
      .string()
      .min(1, 'Write something here.')
      .max(40, 'At most 40 characters.')
      .refine(
        text => !/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u.test(text),
        'Contains a character that cannot be shown.',
      ),
  )

/** What a rating counts, in the singular and the plural, and how it is drawn. */
export const unitSchema = z.strictObject({ singular: word, plural: word, glyph: z.string().regex(/^[a-z0-9-]{1,60}$/) })

// Past these, scores are no longer told apart, and the desk would have to step through them.
const furthest = 1000
const mostSteps = 1000

const hundredths = z
  .number()
  .min(-furthest, `At least ${-furthest}.`)
  .max(furthest, `At most ${furthest}.`)
  .refine(isWholeHundredths, 'At most two decimals.')

/** One version of a scale. Letters and verdicts are lists of labels from worst to best, with their index as the value. */
export const scaleSchema = z
  .strictObject({
    key: z.string().regex(/^[a-z0-9-]{1,60}$/),
    name: word,
    version: z.int().positive(),
    kind: z.enum(['numeric', 'letter', 'verdict']),
    min: hundredths,
    max: hundredths,
    step: hundredths.refine(step => step > 0, 'The step is more than nothing.'),
    labels: z.array(word).max(30),
  })
  .superRefine((scale, context) => {
    const problem = scaleProblem(scale)
    if (problem) context.addIssue({ code: 'custom', message: problem.problem, path: [problem.field] })
  })

/** A rating as a publication keeps it: complete in itself, and a value that its scale offers. */
export const ratingSchema = z
  .strictObject({ scale: scaleSchema, unit: unitSchema.nullable(), value: z.number() })
  .refine(({ scale, value }) => isOnScale(value, scale), { message: 'The scale has no such value.', path: ['value'] })
  // Kept as the scale writes it: 0.3, not what adding three tenths made of it.
  .overwrite(rating => ({ ...rating, value: nearestOnScale(rating.value, rating.scale) }))

type ScaleProblem = { field: 'max' | 'step' | 'labels'; problem: string }

function scaleProblem(scale: RatingScale): ScaleProblem | null {
  const { kind, min, max, step, labels } = scale
  const wrong = (field: ScaleProblem['field'], problem: string) => ({ field, problem })
  if (kind !== 'numeric' && labels.length < 2) return wrong('labels', 'A scale of words has at least two.')
  if (min >= max) return wrong('max', 'A scale goes from its lowest value up to a higher one.')
  if (!Number.isInteger(stepCount(scale)))
    return wrong('step', 'The steps do not lead to the highest value: choose one that divides the way there.')
  if (stepCount(scale) > mostSteps)
    return wrong(
      'step',
      `A scale has at most ${mostSteps} steps, and this is ${stepCount(scale)}. Choose a bigger step.`,
    )
  if (kind === 'numeric') return labels.length > 0 ? wrong('labels', 'A numeric scale has no labels.') : null
  const twice = labels.find((label, index) => labels.findIndex(other => labelKey(other) === labelKey(label)) < index)
  if (twice !== undefined) return wrong('labels', `“${twice}” is there twice, or is typed like another one.`)
  return min === 0 && step === 1 && max === labels.length - 1
    ? null
    : wrong('labels', 'The values of a scale of words count its labels, from 0.')
}
