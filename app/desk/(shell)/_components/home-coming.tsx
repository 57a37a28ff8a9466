import Link from 'next/link'
import type { Coming } from '#lib/schedule/desk-queries.ts'
import { fullMoment } from '#lib/settings/moments.ts'
import { HomeSection } from './home-section.tsx'

interface HomeComingProps {
  coming: Coming[]
  clock: { language: string; timeZone: string; publicationZone: string }
}

/** What goes out, or is taken away from readers, within a day. Nothing of it, nothing shown. */
export function HomeComing({ coming, clock }: HomeComingProps) {
  if (coming.length === 0) return null
  return (
    <HomeSection title="Goes out within a day" link={{ href: '/desk/calendar', label: 'The calendar' }}>
      <ul>
        {coming.map(({ reviewId, title, verb, at }) => (
          <li key={`${reviewId} ${verb}`}>
            <Link href={`/desk/reviews/${reviewId}#field-timing`}>{title || 'Without a headline'}</Link>
            {verb === 'retract' && ' is retracted'}, {fullMoment(at, clock, clock.publicationZone)}
          </li>
        ))}
      </ul>
    </HomeSection>
  )
}
