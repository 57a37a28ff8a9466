import {
  figure,
  isOnScale,
  labelKey,
  labelRange,
  nearestOnScale,
  type ProjectionPoint,
  projection,
  type RatingKind,
  type RatingScale,
  type RatingUnit,
} from './ratings.ts'
import type { ScaleReading } from './reading.ts'

// Scales as the desk makes and shows them. Plain data: it crosses to the browser.

/** What is said in the form: all as typed. Labels one to a line, best first. */
export interface ScaleTyped {
  name: string
  note: string
  kind: RatingKind
  min: string
  max: string
  step: string
  labels: string
  /** '' counts nothing: the bare number. */
  singular: string
  plural: string
  glyph: string
}

const plain: ScaleTyped = {
  name: '',
  note: '',
  kind: 'numeric',
  min: '0',
  max: '5',
  step: '0.5',
  labels: '',
  singular: '',
  plural: '',
  glyph: 'star',
}

type StartingPoint = { slug: string; title: string; typed: ScaleTyped }

/** Scales to begin with, each right as it is. */
export const startingPoints: [StartingPoint, ...StartingPoint[]] = [
  {
    slug: 'stars',
    title: 'Five stars in halves',
    typed: { ...plain, name: 'Five stars', singular: 'star', plural: 'stars' },
  },
  { slug: 'ten', title: 'Out of ten in tenths', typed: { ...plain, name: 'Ten', max: '10', step: '0.1' } },
  { slug: 'hundred', title: 'Out of 100', typed: { ...plain, name: 'Hundred', max: '100', step: '1' } },
  {
    slug: 'letters',
    title: 'Letters A+ to F',
    typed: {
      ...plain,
      name: 'Letters',
      kind: 'letter',
      labels: ['A+', 'A', 'A-', 'B+', 'B', 'B-', 'C+', 'C', 'C-', 'D+', 'D', 'D-', 'F'].join('\n'),
    },
  },
  {
    slug: 'verdict',
    title: 'Recommended or not',
    typed: { ...plain, name: 'Yes or no', kind: 'verdict', labels: 'Recommended\nNot recommended' },
  },
]

/** A scale as its form shows it again. */
export function typedOf({
  scale,
  unit,
  note,
}: {
  scale: RatingScale
  unit: RatingUnit | null
  note: string
}): ScaleTyped {
  const { name, kind, min, max, step, labels } = scale
  const words = kind !== 'numeric'
  return {
    name,
    note,
    kind,
    // Of a scale of words these are only what a switch to numbers would begin with.
    min: words ? plain.min : String(min),
    max: words ? plain.max : String(max),
    step: words ? plain.step : String(step),
    labels: labels.toReversed().join('\n'),
    singular: unit?.singular ?? '',
    plural: unit?.plural ?? '',
    glyph: unit?.glyph ?? plain.glyph,
  }
}

/** Whether two definitions score alike: then there is no need for another version. */
export function sameDefinition(a: ScaleDefinition, b: ScaleDefinition): boolean {
  return definitionText(a) === definitionText(b)
}

export interface ScaleDefinition {
  kind: RatingKind
  min: number
  max: number
  step: number
  labels: string[]
  unit: RatingUnit | null
}

/** One version at the desk, with how many live reviews were scored on it. */
export interface DeskScaleVersion {
  id: string
  scale: RatingScale
  unit: RatingUnit | null
  /** ISO 8601. */
  createdAt: string
  live: number
  reading: ScaleReading
  /** What a change of the reading was made from. */
  readingSeen: string
}

export interface DeskScale {
  key: string
  name: string
  note: string
  isRetired: boolean
  /** What a change of the scale was made from. */
  seen: string
  /** Newest first; there is always one. */
  versions: [DeskScaleVersion, ...DeskScaleVersion[]]
  /** Names of the sections whose house scale this is. */
  sections: string[]
}

/** A section and its house scale. */
export interface HouseScale {
  sectionId: string
  section: string
  /** The key; '' for none. */
  scale: string
}

/** What another projection would do to the scores of live reviews: those that would count otherwise than now. */
export function effectOf(
  { scale, reading }: Pick<DeskScaleVersion, 'scale' | 'reading'>,
  live: readonly (readonly [value: number, live: number])[],
  next: readonly ProjectionPoint[],
): ReadingEffect[] {
  return live
    .map(([value, count]) => ({
      value,
      live: count,
      was: projection({ scale, unit: null, value }, reading.projection),
      now: projection({ scale, unit: null, value }, next),
    }))
    .filter(effect => effect.was !== effect.now)
}

/**
 * The value that says the same on another version of a scale; null where it says it no longer. A number out of another highest one, or
 * from another lowest, is another score: 4 out of 5 is not 4 out of 10. A word is the same wherever it stands.
 */
export function sameScore(from: { scale: RatingScale }, to: { scale: RatingScale }, value: number): number | null {
  const [a, b] = [from.scale, to.scale]
  if (a.kind === 'numeric' && b.kind === 'numeric')
    return a.min === b.min && a.max === b.max && isOnScale(value, b) ? value : null
  const label = a.labels[value]
  const place = label === undefined ? -1 : b.labels.findIndex(other => labelKey(other) === labelKey(label))
  return place === -1 ? null : place
}

/** A score that shows what a scale looks like: not quite its best. */
export function sampleValue(scale: RatingScale): number {
  return nearestOnScale(scale.min + (scale.max - scale.min) * 0.7, scale)
}

/** What a value is called without its scale around it: "B+", "3.5". */
export function valueName(scale: RatingScale, value: number, language?: string): string {
  return scale.labels[value] ?? figure(value, language)
}

/** A live score and what it counts as before and after a reading, for showing what a change would do. */
export interface ReadingEffect {
  value: number
  live: number
  was: number
  now: number
}

/** The range of a definition: of labels, their places. */
export function rangeOf(kind: RatingKind, range: { min: number; max: number; step: number }, labels: string[]) {
  return kind === 'numeric' ? range : labelRange(labels)
}

function definitionText({ kind, min, max, step, labels, unit }: ScaleDefinition): string {
  return JSON.stringify([kind, min, max, step, labels, unit && [unit.singular, unit.plural, unit.glyph]])
}
