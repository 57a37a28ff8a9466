import type { Metadata } from 'next'
import { JsonLd } from '#components/review/json-ld.tsx'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { Block, PageHead } from '#components/site/listing.tsx'
import { ReviewCard } from '#components/site/review-card.tsx'
import { env } from '#lib/env.ts'
import { breadcrumbMarkup } from '#lib/markup/markup.ts'
import { pageMetadata } from '#lib/markup/metadata.ts'
import { getPersonPage, type PersonPage as Person } from '#lib/people/published.ts'
import { getSettings } from '#lib/settings/published.ts'
import styles from '../../_components/cards.module.css'

export async function generateMetadata({ params }: PageProps<'/people/[slug]'>): Promise<Metadata> {
  const { slug } = await params
  const person = await getPersonPage(slug)
  if (!person) return {}
  return pageMetadata({
    title: `${person.name}: what we have reviewed`,
    description: `${said(person)} With every review, by role.`,
    path: `/people/${slug}`,
    picture: person.roles[0]?.entries[0]?.reviews[0]?.picture,
  })
}

export default async function PersonPage({ params }: PageProps<'/people/[slug]'>) {
  const { slug } = await params
  const [person, settings] = await Promise.all([getPersonPage(slug), getSettings()])
  if (!person) return null
  const trail = [
    { name: settings.name, path: '/' },
    { name: person.name, path: `/people/${slug}` },
  ]
  const reviews = person.roles.flatMap(role => role.entries.flatMap(entry => entry.reviews))
  return (
    <>
      <CacheTags tags={[`person:${person.id}`]} reviews={reviews} />
      <JsonLd graph={[breadcrumbMarkup(env().SITE_URL, trail)]} />
      <PageHead title={person.name}>
        <p>
          {said(person)} {person.averageScore !== null && `On average we gave ${person.averageScore} of 100. `}
          This is not everything that they have done, only what we have written about.
        </p>
      </PageHead>
      {person.roles.map(({ role, name, entries }) => (
        <Block key={role} title={name} id={role}>
          <div className={styles.cards}>
            {entries.flatMap(entry =>
              entry.reviews.map(review => (
                <ReviewCard
                  key={review.id}
                  review={review}
                  place={settings}
                  shape="row"
                  note={entry.character ?? undefined}
                />
              )),
            )}
          </div>
        </Block>
      ))}
    </>
  )
}

/** "We have reviewed two works with Scarlett Johansson in them." */
function said({ name, works }: Person): string {
  return works === 1
    ? `We have reviewed one work by or with ${name}.`
    : `We have reviewed ${works} works by or with ${name}.`
}
