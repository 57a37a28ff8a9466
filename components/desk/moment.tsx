import { fullMoment, shortMoment } from '#lib/settings/moments.ts'

/** How this editor reads dates: the publication's language, their own zone, and the publication's beside it. */
export interface Clock {
  language: string
  timeZone: string
  publicationZone: string
}

/** A moment as lists show it; the whole of it, with its zone, is in the title. */
export function Moment({ iso, clock }: { iso: string; clock: Clock }) {
  return (
    <time dateTime={iso} title={fullMoment(iso, clock, clock.publicationZone)}>
      {shortMoment(iso, clock)}
    </time>
  )
}
