import { Badge, type Tone } from '#components/ui/badge.tsx'
import { stateName } from '#lib/reviews/desk-filter.ts'
import type { DeskReviewState } from '#lib/reviews/desk-reviews.ts'

const tones: Record<DeskReviewState, Tone> = { draft: 'neutral', changed: 'waiting', live: 'good', retracted: 'bad' }

/** What a review is to readers. */
export function StateBadge({ state }: { state: DeskReviewState }) {
  return <Badge tone={tones[state]}>{stateName(state)}</Badge>
}
