import type { Metadata } from 'next'
import { JsonLd } from '#components/review/json-ld.tsx'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { Block } from '#components/site/listing.tsx'
import { ReviewCard } from '#components/site/review-card.tsx'
import { env } from '#lib/env.ts'
import { listLists } from '#lib/lists/published.ts'
import { publicationMarkup } from '#lib/markup/markup.ts'
import { pageMetadata } from '#lib/markup/metadata.ts'
import { getHome } from '#lib/reviews/published-home.ts'
import { getSettings } from '#lib/settings/published.ts'
import { Cover } from './_components/cover.tsx'
import styles from './_components/home.module.css'
import { ListCards } from './_components/list-cards.tsx'
import { SectionFront } from './_components/section-front.tsx'

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
  const [first, second, ...others] = latest
  const shown = [...(lead ? [lead] : []), ...latest, ...fronts.flatMap(front => front.reviews)]
  return (
    <>
      <CacheTags tags={['home', 'lists']} reviews={shown} />
      <JsonLd graph={publicationMarkup({ siteUrl: env().SITE_URL, settings })} />
      <h1 className={styles.title} data-front="">
        {settings.name}
      </h1>
      {lead ? (
        <Cover review={lead} place={settings} />
      ) : (
        <p className={styles.empty}>Nothing has been published yet. Come back soon.</p>
      )}
      {first && (
        <Block title="Latest" id="latest" more={{ path: '/reviews', label: 'All reviews' }}>
          <div className={styles.latest}>
            <div className={styles.rows}>
              <ReviewCard review={first} place={settings} shape="large" />
              {second && <ReviewCard review={second} place={settings} shape="row" />}
            </div>
            <div className={styles.rows}>
              {others.map(review => (
                <ReviewCard key={review.id} review={review} place={settings} shape="row" />
              ))}
            </div>
          </div>
        </Block>
      )}
      <div className={styles.fronts}>
        {fronts.map(({ section, reviews }) => (
          <SectionFront key={section.id} section={section} reviews={reviews} place={settings} />
        ))}
      </div>
      {lists.length > 0 && (
        <div className={styles.lists}>
          <Block title="Lists" id="lists" more={{ path: '/lists', label: 'All lists' }}>
            <ListCards lists={lists} place={settings} />
          </Block>
        </div>
      )}
    </>
  )
}
