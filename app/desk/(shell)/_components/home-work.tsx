import { CardList } from '#components/desk/workflow/card-list.tsx'
import type { HomeWork as Work } from '#lib/workflow/desk-queries-home.ts'
import type { Step } from '#lib/workflow/workflow.ts'
import { HomeSection } from './home-section.tsx'

/** What was given to whoever is here, and what of others is late. Nothing of it, nothing shown. */
export function HomeWork({ work, steps, language }: { work: Work; steps: readonly Step[]; language: string }) {
  const rest = { steps, today: work.today, language }
  return (
    <>
      {work.yours.length > 0 && (
        <HomeSection
          title="Needs you"
          link={{ href: '/desk/reviews?assignee=me&sort=due', label: `All ${work.yourCount} given to you` }}
        >
          <CardList cards={work.yours} {...rest} />
        </HomeSection>
      )}
      {work.late.length > 0 && (
        <HomeSection
          title="Late with others"
          link={{ href: '/desk/reviews?due=late&sort=due', label: `All ${work.lateCount} that are late` }}
        >
          <CardList cards={work.late} {...rest} />
        </HomeSection>
      )}
    </>
  )
}
