import type { Metadata } from 'next'
import { JsonLd } from '#components/review/json-ld.tsx'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { Block, Grid } from '#components/site/listing.tsx'
import { ReviewCard } from '#components/site/review-card.tsx'
import { env } from '#lib/env.ts'
import { listLists } from '#lib/lists/published.ts'
import { publicationMarkup } from '#lib/markup/markup.ts'
import { pageMetadata } from '#lib/markup/metadata.ts'
import { getHome } from '#lib/reviews/published-home.ts'
import { getSettings } from '#lib/settings/published.ts'
import { ListCards } from './_components/list-cards.tsx'
import styles from './_components/home.module.css'

export async function generateMetadata(): Promise<Metadata> {
  const settings = await getSettings()
  const { lead } = await getHome()
  return pageMetadata({
    title: `${settings.name}: ${settings.tagline}`,
    description: settings.description || settings.tagline,
    path: '/',
    picture: lead?.picture,
  })
}

export default async function HomePage() {
  const [settings, { lead, latest, fronts }, lists] = await Promise.all([getSettings(), getHome(), listLists(3)])
  const shown = [...(lead ? [lead] : []), ...latest, ...fronts.flatMap(front => front.reviews)]
  return (
    <>
      <CacheTags tags={['home', 'lists']} reviews={shown} />
      <JsonLd graph={publicationMarkup({ siteUrl: env().SITE_URL, settings })} />
      <h1 className={styles.title}>{settings.name}</h1>
      {lead ? <ReviewCard review={lead} place={settings} shape="cover" level={2} isLead /> : <p className={styles.empty}>Nothing has been published yet. Come back soon.</p>}
      {latest.length > 0 && (
        <Block title="Latest" id="latest" more={{ path: '/reviews', label: 'All reviews' }}>
          <Grid reviews={latest} place={settings} />
        </Block>
      )}
      {fronts.map(({ section, reviews }) => (
        <Block key={section.id} title={section.name} id={`section-${section.id}`} more={{ path: section.path, label: `More in ${section.name}` }}>
          <Grid reviews={reviews} place={settings} shape="row" />
        </Block>
      ))}
      {lists.length > 0 && (
        <Block title="Lists" id="lists" more={{ path: '/lists', label: 'All lists' }}>
          <ListCards lists={lists} place={settings} />
        </Block>
      )}
    </>
  )
}
