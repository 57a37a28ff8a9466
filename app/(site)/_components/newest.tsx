import { Block, Grid } from '#components/site/listing.tsx'
import { listCards } from '#lib/reviews/published.ts'
import { getSettings } from '#lib/settings/published.ts'

/** Where to go from a page that is not there. */
export async function Newest() {
  const [reviews, settings] = await Promise.all([listCards({}, 6), getSettings()])
  return (
    <Block title="What is here" id="newest" more={{ path: '/reviews', label: 'All reviews' }}>
      <Grid reviews={reviews} place={settings} shape="row" />
    </Block>
  )
}
