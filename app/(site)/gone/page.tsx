import type { Metadata } from 'next'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { PageHead } from '#components/site/listing.tsx'
import { Newest } from '../_components/newest.tsx'

export const metadata: Metadata = { title: 'Withdrawn', robots: { index: false } }

// Shown with 410 at the address of what was retracted; proxy.ts sends nobody else here.
export default function GonePage() {
  return (
    <>
      <CacheTags tags={['home']} />
      <PageHead kicker="410" title="This has been withdrawn">
        <p>
          It was published here once, and we have taken it back. It is not coming back under this address by accident.
        </p>
      </PageHead>
      <Newest />
    </>
  )
}
