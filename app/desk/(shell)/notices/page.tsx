import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHead } from '#components/desk/page-head.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { listNotices } from '#lib/notices/desk-queries.ts'
import { shortMoment } from '#lib/settings/moments.ts'
import { pageNumber, pagePath } from '#lib/settings/page-number.ts'
import { clockOf } from '#lib/users/clock.ts'
import { NoticeRows } from './_components/notice-rows.tsx'
import { ReadAll } from './_components/read-all.tsx'

export const metadata: Metadata = { title: 'For you' }

/** What happened that concerns whoever is here, and that they did not do themselves. */
export default async function NoticesPage({ searchParams }: PageProps<'/desk/notices'>) {
  const editor = await requireEditor()
  const page = pageNumber(await searchParams)
  const [{ notices, pages, unread }, clock] = await Promise.all([listNotices(editor, page), clockOf(editor)])
  return (
    <>
      <PageHead title="For you" actions={unread > 0 && <ReadAll />}>
        {unread === 0 ? 'Nothing is new.' : unread === 1 ? 'One thing is new.' : `${unread} things are new.`}{' '}
        <Link href="/desk/account#notices">Choose what you hear of by mail</Link>
      </PageHead>
      {notices.length > 0 ? (
        <NoticeRows notices={notices.map(notice => ({ ...notice, moment: shortMoment(notice.at, clock) }))} />
      ) : (
        <EmptyState title="Nothing yet">
          <p>When somebody gives you a review, mentions you or answers you, it stands here.</p>
        </EmptyState>
      )}
      <Pagination
        label="Pages of what happened"
        page={Math.min(page, pages)}
        pages={pages}
        hrefOf={to => pagePath('/desk/notices', to)}
      />
    </>
  )
}
