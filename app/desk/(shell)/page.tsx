import type { Metadata } from 'next'
import Link from 'next/link'
import { DraftCards } from '#components/desk/draft-cards.tsx'
import { PageHead } from '#components/desk/page-head.tsx'
import { ReviewRows } from '#components/desk/review-rows.tsx'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { listWriting } from '#lib/presence/desk-queries.ts'
import { getDeskHome } from '#lib/reviews/desk-queries.ts'
import { listComing, listNotKept } from '#lib/schedule/desk-queries.ts'
import { greeting } from '#lib/settings/moments.ts'
import { clockOf } from '#lib/users/clock.ts'
import { getPlanChoices } from '#lib/workflow/desk-queries.ts'
import { getHomeWork } from '#lib/workflow/desk-queries-home.ts'
import { Broken } from './_components/broken.tsx'
import { HomeComing } from './_components/home-coming.tsx'
import { HomeSection } from './_components/home-section.tsx'
import { HomeWork } from './_components/home-work.tsx'
import { NoDrafts, Welcome } from './_components/welcome.tsx'

export const metadata: Metadata = { title: 'Desk' }

/** What needs whoever is here: their drafts, what readers have not seen yet, what broke, and what went out lately. */
export default async function DeskHomePage({ searchParams }: PageProps<'/desk'>) {
  const editor = await requireEditor()
  const [{ welcome }, clock, home, work, { steps }, coming, notKept] = await Promise.all([
    searchParams,
    clockOf(editor),
    getDeskHome(editor),
    getHomeWork(editor),
    getPlanChoices(editor),
    listComing(editor),
    listNotKept(editor),
  ])
  const shown = [home.drafts, home.changed, home.othersDrafts, home.lately].flat()
  const writing = await listWriting(editor, [...new Set(shown.map(row => row.id))])
  const rows = { clock, writing, date: 'updatedAt' } as const
  return (
    <>
      <PageHead title={`${greeting(clock.timeZone)}, ${editor.name.split(' ')[0]}`}>{summaryOf(home)}</PageHead>
      {welcome !== undefined && <Welcome hasDemo={home.hasDemo} />}
      <Broken {...home.broken} notKept={notKept} />
      <HomeComing coming={coming} clock={clock} />
      <HomeWork work={work} steps={steps} language={clock.language} />
      <HomeSection title="Go on writing">
        {home.drafts.length > 0 ? (
          <DraftCards drafts={home.drafts} clock={clock} writing={writing} />
        ) : (
          <NoDrafts hasWritten={home.hasWritten} hasDemo={home.hasDemo && welcome === undefined} />
        )}
        {home.draftCount > home.drafts.length && (
          <Link href="/desk/reviews?state=draft">All {home.draftCount} of your drafts</Link>
        )}
      </HomeSection>
      {home.changed.length > 0 && (
        <HomeSection title="Live, with changes that readers have not seen">
          <ReviewRows rows={home.changed} {...rows} />
        </HomeSection>
      )}
      {home.othersDrafts.length > 0 && (
        <HomeSection title="On others’ desks" link={{ href: '/desk/reviews?state=draft', label: 'All drafts' }}>
          <ReviewRows rows={home.othersDrafts} {...rows} />
        </HomeSection>
      )}
      {home.lately.length > 0 && (
        <HomeSection
          title="Published lately"
          link={{ href: '/desk/reviews?state=live&sort=published', label: 'All that is live' }}
        >
          <ReviewRows rows={home.lately} {...rows} date="publishedAt" />
        </HomeSection>
      )}
    </>
  )
}

function summaryOf({ draftCount, changed }: { draftCount: number; changed: unknown[] }): string {
  const drafts =
    draftCount === 0
      ? 'No drafts of yours are open'
      : draftCount === 1
        ? 'One draft of yours is open'
        : `${draftCount} drafts of yours are open`
  if (changed.length === 0) return `${drafts}.`
  return `${drafts}; ${changed.length === 1 ? 'one live review has changes' : 'live reviews have changes'} that readers have not seen.`
}
