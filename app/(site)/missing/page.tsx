import { CacheTags } from '#components/site/cache-tags.tsx'
import { PageHead } from '#components/site/listing.tsx'
import { getSettings } from '#lib/settings/published.ts'
import { Newest } from '../_components/newest.tsx'

// Shown with 404 at any address that we never had; proxy.ts sends nobody else here.
export default async function MissingPage() {
  const { name } = await getSettings()
  return (
    <>
      {/* Next passes over a page's own metadata when it answers 404, and says noindex by itself. */}
      <title>{`Not here · ${name}`}</title>
      <CacheTags tags={['home']} />
      <PageHead kicker="404" title="There is nothing at this address">
        <p>
          It may have been mistyped, or never have been ours. You can look through <a href="/reviews">all reviews</a>,
          by <a href="/archive">year</a>, or by <a href="/critics">critic</a>.
        </p>
      </PageHead>
      <Newest />
    </>
  )
}
