import type { Link } from '#lib/reviews/reviews.ts'
import { dateText, zonedIso } from '#lib/settings/dates.ts'

export interface Place {
  language: string
  timeZone: string
}

/** "By A and B", each with a link. */
export function Byline({ critics }: { critics: Link[] }) {
  return (
    <>
      {'By '}
      {critics.map((critic, index) => (
        <span key={critic.id}>
          {index > 0 && (index === critics.length - 1 ? ' and ' : ', ')}
          <a href={critic.path} rel="author">
            {critic.name}
          </a>
        </span>
      ))}
    </>
  )
}

/** A date as readers say it and, for machines, the instant with the zone's own offset. */
export function DateTime({ iso, place }: { iso: string; place: Place }) {
  return <time dateTime={zonedIso(iso, place.timeZone)}>{dateText(iso, place)}</time>
}
