import type { Metadata } from 'next'
import styles from '#app/(site)/_components/index-page.module.css'
import { IndexList } from '#app/(site)/_components/index-page.tsx'
import { PageMarkup } from '#app/(site)/_components/page-markup.tsx'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { PageHead } from '#components/site/listing.tsx'
import { listWorkKinds, listWorksIndex } from '#lib/addresses/published-index.ts'
import { worksText } from '#lib/lists/lists.ts'
import { kindFeed, pageMetadata } from '#lib/markup/metadata.ts'
import { pageNumber } from '#lib/settings/page-number.ts'
import { kindName, type WorkKind, workKinds } from '#lib/works/works.ts'

type Query = Awaited<PageProps<'/works'>['searchParams']>

export async function generateMetadata({ searchParams }: PageProps<'/works'>): Promise<Metadata> {
  const query = await searchParams
  const kind = kindOf(query)
  const { page, total } = await listWorksIndex(pageNumber(query), kind)
  return pageMetadata({
    title: kind ? `Works: ${kindName(kind, 2).toLowerCase()}` : 'Works',
    description: kind
      ? `Every ${kindName(kind).toLowerCase()} that we have written about, by title: ${total} in all.`
      : 'Everything that we have written about, by title.',
    path: kind ? `/works?kind=${kind}` : '/works',
    page,
    isPartial: kind !== null,
    ...(kind && { feed: kindFeed(kind) }),
  })
}

export default async function WorksPage({ searchParams }: PageProps<'/works'>) {
  const query = await searchParams
  const kind = kindOf(query)
  const [index, kinds] = await Promise.all([listWorksIndex(pageNumber(query), kind), listWorkKinds()])
  return (
    <>
      <CacheTags tags={['works']} />
      <PageMarkup
        trail={[
          { name: 'Works', path: '/works' },
          ...(kind ? [{ name: kindName(kind, 2), path: `/works?kind=${kind}` }] : []),
        ]}
      />
      <PageHead title="Works">
        <p>Everything that we have written about, by title.</p>
      </PageHead>
      <IndexList index={index} said={worksText(index.total)} path={kind ? `/works?kind=${kind}` : '/works'}>
        {kinds.length > 1 && (
          <nav aria-label="Kinds">
            <ul className={styles.kinds}>
              <li>
                <a href="/works" aria-current={kind === null ? 'true' : undefined}>
                  All
                </a>
              </li>
              {workKinds
                .filter(each => kinds.some(row => row.kind === each))
                .map(each => (
                  <li key={each}>
                    <a href={`/works?kind=${each}`} aria-current={kind === each ? 'true' : undefined}>
                      {kindName(each, 2)}
                    </a>
                  </li>
                ))}
            </ul>
          </nav>
        )}
      </IndexList>
    </>
  )
}

function kindOf({ kind }: Query): WorkKind | null {
  return workKinds.find(each => each === kind) ?? null
}
