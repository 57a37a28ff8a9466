import { z } from 'zod'
import type { Timing } from '#lib/schedule/schedule.ts'
import { type TimingVerb, timingAnswerSchema, timingSchema } from '#lib/schedule/schedule-schema.ts'
import { readDesk, tellDesk } from '../desk-fetch.ts'

export type TimingAnswer = { ok: true; timing: Timing; link: string | null } | { ok: false; problem: string }

const told = z.object({ problem: z.string() })

/** What is planned for a review; null when it cannot be told. */
export function fetchTiming(reviewId: string): Promise<Timing | null> {
  return readDesk(pathOf(reviewId), timingSchema)
}

/** Plans something; never throws. */
export async function sendTiming(reviewId: string, verb: TimingVerb): Promise<TimingAnswer> {
  try {
    const response = await tellDesk(pathOf(reviewId), verb)
    if (response.status === 401) return { ok: false, problem: 'You are signed out. Sign in again, then try once more.' }
    const body: unknown = await response.json()
    if (response.ok) return { ok: true, ...timingAnswerSchema.parse(body) }
    return { ok: false, problem: told.parse(body).problem }
  } catch {
    return { ok: false, problem: 'The server did not answer. Try again: doing it twice does no harm.' }
  }
}

function pathOf(reviewId: string): string {
  return `/api/desk/reviews/${reviewId}/timing`
}
