import { Temporal } from 'temporal-polyfill'
import type { Verb } from '#lib/auth/policy.ts'

// Moments at which something is to be done with a review: chosen on a clock, kept as the moment that is meant.

export const scheduledVerbs = ['publish', 'retract'] as const
export type ScheduledVerb = (typeof scheduledVerbs)[number]

/** What somebody must be allowed to do who has it done at a time. */
export const verbOf: Record<ScheduledVerb, Verb> = { publish: 'review.publish', retract: 'review.retract' }

/** What a time on the clocks of a zone means. */
export interface Meant {
  /** ISO 8601, in UTC. */
  at: string
  /** `gap`: the clocks go forward over it, so it is later; `overlap`: it comes twice, and the first is meant. */
  turn: 'gap' | 'overlap' | null
}

/** "2026-11-27T09:00" on the clocks of a zone, as a moment; null for what is no time, or no zone. */
export function meantBy(wall: string, zone: string): Meant | null {
  try {
    const time = Temporal.PlainDateTime.from(wall)
    const first = time.toZonedDateTime(zone, { disambiguation: 'compatible' })
    const last = time.toZonedDateTime(zone, { disambiguation: 'later' })
    const turn = !first.toPlainDateTime().equals(time) ? 'gap' : first.equals(last) ? null : 'overlap'
    return { at: new Date(first.epochMilliseconds).toISOString(), turn }
  } catch {
    return null
  }
}

/** What an editor is told of a time at which clocks are changed; empty for every other. */
export function turnText(wall: string, zone: string): string {
  const meant = meantBy(wall, zone)
  if (!meant?.turn) return ''
  const time = wall.slice(11, 16)
  if (meant.turn === 'overlap')
    return `The clocks in ${zone} go back that day, and ${time} comes twice: the first is meant.`
  return `The clocks in ${zone} go forward that day, and there is no ${time}: ${wallOf(meant.at, zone).slice(11)} is meant.`
}

/** A moment on the clocks of a zone: "2026-11-27T09:00". */
export function wallOf(iso: string, zone: string): string {
  return Temporal.Instant.from(iso).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
}

/**
 * The time of something that is to come (`wall` on the clocks of `zone`, which is the moment `at`), when it moves to another day of the house's
 * zone, and the day that it stands on there now. The hour on its own clocks stays.
 */
export function movedWall(
  { wall, zone, at }: { wall: string; zone: string; at: Date },
  houseZone: string,
  day: string,
): { wall: string; from: string } {
  const shown = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(houseZone).toPlainDate()
  const away = shown.until(day)
  // Of two clocks the day may be another: what counts is how far it is moved.
  const own = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate()
  return { wall: `${own.add(away).toString()}T${wall.slice(11)}`, from: shown.toString() }
}

/** What is planned for a review, as its editor shows it. */
export interface Timing {
  /** What is to come, by verb. */
  waiting: Partial<Record<ScheduledVerb, ScheduledMoment>>
  /** What came to nothing last, while nothing else was scheduled since. */
  failed: { verb: ScheduledVerb; at: string; problem: string } | null
  embargo: { at: string; note: string } | null
  links: ShownPreviewLink[]
  /** The zone of whoever asks, in which they choose. */
  zone: string
  may: { schedule: boolean; retract: boolean; embargo: boolean; share: boolean }
}

export interface ScheduledMoment {
  /** ISO 8601. */
  at: string
  /** Who scheduled it; null when the account is gone. */
  by: string | null
  /** What to know about its clocks; mostly empty. */
  turn: string
}

export interface ShownPreviewLink {
  id: string
  name: string
  /** ISO 8601. */
  expiresAt: string
  lastSeenAt: string | null
}
