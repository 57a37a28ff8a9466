import {
  isOnScale,
  labelKey,
  nearestOnScale,
  type RatingScale,
  stepCount,
  stepDown,
  stepUp,
  valuesOnScale,
} from './scale.ts'
import { figure } from './words.ts'

export type ParsedRating = { ok: true; value: number } | { ok: false; message: string }

/**
 * Reads a score as a person types it: "4.5", "4,5", "4½", "4 1/2", "4.5/5", "4.5 out of 5", "b+", "B minus", "not recommended".
 * A refusal says what the scale allows, in words that can be shown as they are. Never rounds: 4.3 on a scale in halves is refused.
 */
export function parseRating(text: string, scale: RatingScale): ParsedRating {
  const typed = text.trim()
  if (typed === '') return refused(`Type a score. ${whatIsAllowed(scale)}`)
  // Nothing that can be a score is this long.
  if (typed.length > 80) return refused(whatIsAllowed(scale))
  return scale.kind === 'numeric' ? parseNumber(typed, scale) : parseLabel(typed, scale)
}

function parseLabel(typed: string, scale: RatingScale): ParsedRating {
  const index = scale.labels.findIndex(label => labelKey(label) === labelKey(typed))
  return index < 0 ? refused(whatIsAllowed(scale)) : { ok: true, value: index }
}

function parseNumber(typed: string, scale: RatingScale): ParsedRating {
  const read = /^(.+?)(?:\s*(?:\/|out of|of)\s*(\d+(?:[.,]\d+)?))?$/i.exec(plainNumber(typed))
  const value = numberFrom(read?.[1])
  if (value === null) return refused(whatIsAllowed(scale))
  const outOf = numberFrom(read?.[2])
  if (outOf !== null && outOf !== scale.max) {
    return refused(`Scores here are out of ${figure(scale.max)}, not out of ${figure(outOf)}.`)
  }
  if (value > scale.max) return refused(`${figure(value)} is more than the best score. ${whatIsAllowed(scale)}`)
  if (value < scale.min) return refused(`${figure(value)} is less than the lowest score. ${whatIsAllowed(scale)}`)
  if (isOnScale(value, scale)) return { ok: true, value: nearestOnScale(value, scale) }
  return refused(`The nearest scores are ${figure(stepDown(value, scale))} and ${figure(stepUp(value, scale))}.`)
}

/** One way of writing it: figures, a dot for the decimals, a plain minus, fractions as decimals. */
function plainNumber(typed: string): string {
  return typed
    .replace(
      /(\d)?\s*([¼½¾])/g,
      (_, whole: string | undefined, fraction: string) => (whole ?? '0') + fractions[fraction],
    )
    .replace(/(\d)\s+1\/([24])(?=\D|$)/g, (_, whole: string, part: string) => whole + (part === '2' ? '.5' : '.25'))
    .replace(/(\d)\s+3\/4(?=\D|$)/g, '$1.75')
    .normalize('NFKC')
    .replace(/^[\u2010-\u2015\u2212]\s*/, '-')
}

const fractions: Record<string, string> = { '¼': '.25', '½': '.5', '¾': '.75' }

function numberFrom(text: string | undefined): number | null {
  // After a comma three figures are thousands to half of the world: not guessed at.
  if (text === undefined || !/^[+-]?(\d{1,6}(\.\d{0,6}|,\d{1,2})?|\.\d{1,6}|,\d{1,2})$/.test(text)) return null
  return Number(text.replace(',', '.'))
}

function whatIsAllowed(scale: RatingScale): string {
  if (scale.kind !== 'numeric') return `The scores are ${listed(scale.labels)}.`
  if (stepCount(scale) < 6) return `The scores are ${listed(valuesOnScale(scale).map(value => figure(value)))}.`
  const steps =
    scale.step === 1 && Number.isInteger(scale.min) ? 'in whole numbers' : `in steps of ${figure(scale.step)}`
  return `Scores go from ${figure(scale.min)} to ${figure(scale.max)}, ${steps}.`
}

function listed(items: string[]): string {
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`
}

function refused(message: string): ParsedRating {
  return { ok: false, message }
}
