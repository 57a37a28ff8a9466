import type { Tone } from '#components/ui/badge.tsx'
import type { PingState } from '#lib/pings/pings.ts'

export const stateWords: Record<PingState, string> = { waiting: 'Waiting', sent: 'Sent', failed: 'Failed' }
export const stateTones: Record<PingState, Tone> = { waiting: 'waiting', sent: 'good', failed: 'bad' }

/** "3 attempts" */
export function attemptsText(attempts: number): string {
  return attempts === 1 ? '1 attempt' : `${attempts} attempts`
}
