import { figure } from './figure.ts'
import { isOnScale, type RatingScale } from './scale.ts'

// How the house reads a version of a scale: what its scores mean in words, and where they stand among those of other scales. A reading
// may change at any time; the scores, and what readers are shown of them, do not.

/** What the scores from a value up mean, as far as the next band. */
export type Band = { from: number; sentence: string }

/** A value of the scale, and what it counts as from 0 to 100. */
export type ProjectionPoint = readonly [value: number, score: number]

export type ScaleReading = {
  /** Lowest first; empty while nobody has written any. */
  bands: Band[]
  /** Lowest first, straight lines between; empty is one straight line from the worst to the best. */
  projection: ProjectionPoint[]
  /** The value from which a score counts as fresh to aggregators; null is wherever the projection reaches `freshScore`. */
  freshFrom: number | null
}

export type ReadingProblem = { field: 'bands' | 'projection' | 'freshFrom'; problem: string }

const mostBands = 20

/** The band that a value falls into; null below the lowest, and where there are none. */
export function bandOf(bands: readonly Band[], value: number): Band | null {
  return bands.findLast(band => band.from <= value) ?? null
}

/** What is wrong with a reading of that scale, in words; null when nothing is. */
export function readingProblem(scale: RatingScale, reading: ScaleReading): ReadingProblem | null {
  const { bands, projection, freshFrom } = reading
  return bandsProblem(scale, bands) ?? projectionProblem(scale, projection) ?? freshProblem(scale, freshFrom)
}

/** The height of the line through the points at a value between the first and the last of them. */
export function between(points: readonly ProjectionPoint[], value: number): number {
  const after = points.findIndex(point => point[0] >= value)
  const [x1, y1] = points[after === -1 ? points.length - 1 : after] ?? [0, 0]
  const [x0, y0] = points[after - 1] ?? [x1, y1]
  return x1 === x0 ? y1 : y0 + ((value - x0) / (x1 - x0)) * (y1 - y0)
}

function bandsProblem(scale: RatingScale, bands: Band[]): ReadingProblem | null {
  const wrong = (problem: string): ReadingProblem => ({ field: 'bands', problem })
  if (bands.length > mostBands) return wrong(`At most ${mostBands} bands.`)
  const off = bands.find(band => !isOnScale(band.from, scale))
  if (off) return wrong(`The scale has no ${figure(off.from)} for a band to begin at.`)
  const repeated = bands.find((band, index) => index > 0 && band.from <= (bands[index - 1]?.from ?? 0))
  if (repeated)
    return wrong(`Two bands begin at ${nameOf(scale, repeated.from)}: each begins higher than the one before.`)
  if (bands[0] && bands[0].from !== scale.min)
    return wrong(`The lowest band begins at ${nameOf(scale, scale.min)}, so that every score is in one.`)
  return null
}

function projectionProblem(scale: RatingScale, points: ProjectionPoint[]): ReadingProblem | null {
  const wrong = (problem: string): ReadingProblem => ({ field: 'projection', problem })
  if (points.length === 0) return null
  const off = points.find(([value]) => !isOnScale(value, scale))
  if (off) return wrong(`The scale has no ${figure(off[0])}.`)
  if (points[0]?.[0] !== scale.min || points.at(-1)?.[0] !== scale.max)
    return wrong(
      `Say what ${nameOf(scale, scale.min)} and ${nameOf(scale, scale.max)} count as: the line goes from one to the other.`,
    )
  for (const [index, [value, score]] of points.entries()) {
    if (!(score >= 0 && score <= 100)) return wrong(`${nameOf(scale, value)} counts as something from 0 to 100.`)
    const before = points[index - 1]
    if (!before) continue
    if (value <= before[0]) return wrong(`${nameOf(scale, value)} is there twice, or out of order.`)
    if (score < before[1])
      return wrong(
        `${nameOf(scale, value)} would count less than ${nameOf(scale, before[0])}: a better score never counts less.`,
      )
  }
  return null
}

function freshProblem(scale: RatingScale, freshFrom: number | null): ReadingProblem | null {
  if (freshFrom === null || isOnScale(freshFrom, scale)) return null
  return { field: 'freshFrom', problem: `The scale has no ${figure(freshFrom)}. Choose a score that it has.` }
}

/** "B+", "3.5": a value as an editor calls it. */
function nameOf(scale: RatingScale, value: number): string {
  return scale.labels[value] ?? figure(value)
}
