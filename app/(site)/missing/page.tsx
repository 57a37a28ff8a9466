import type { Metadata } from 'next'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { PageHead } from '#components/site/listing.tsx'
import { Newest } from '../_components/newest.tsx'

export const metadata: Metadata = { title: 'Not here', robots: { index: false } }

// Shown with 404 at any address that we never had; proxy.ts sends nobody else here.
export default function MissingPage() {
  return (
    <>
      <CacheTags tags={['home']} />
      <PageHead kicker="404" title="There is nothing at this address">
        <p>
          It may have been mistyped, or never have been ours. You can look through <a href="/reviews">all reviews</a>, by <a href="/archive">year</a>, or by{' '}
          <a href="/critics">critic</a>.
        </p>
      </PageHead>
      <Newest />
    </>
  )
}
