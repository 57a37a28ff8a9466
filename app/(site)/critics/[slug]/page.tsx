import type { Metadata } from 'next'
import { ListCards } from '#app/(site)/_components/list-cards.tsx'
import { PageMarkup } from '#app/(site)/_components/page-markup.tsx'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { Emblem } from '#components/site/emblem.tsx'
import { Block, Listing, PageHead } from '#components/site/listing.tsx'
import { getCriticPage } from '#lib/critics/published.ts'
import { getTaste } from '#lib/critics/published-taste.ts'
import { env } from '#lib/env.ts'
import { listLists } from '#lib/lists/published.ts'
import { profileMarkup } from '#lib/markup/markup.ts'
import { pageMetadata } from '#lib/markup/metadata.ts'
import { pageNumber } from '#lib/settings/page-number.ts'
import { getSettings } from '#lib/settings/published.ts'
import styles from '../_components/critics.module.css'
import { TasteBlocks } from '../_components/taste.tsx'
import { TasteColumns } from '../_components/taste-columns.tsx'

export async function generateMetadata({ params, searchParams }: PageProps<'/critics/[slug]'>): Promise<Metadata> {
  const critic = await getCriticPage((await params).slug, pageNumber(await searchParams))
  if (!critic) return {}
  const { name, slug, path, title, bio, list } = critic
  return pageMetadata({
    title: `${name}${title && `, ${title.toLowerCase()}`}`,
    description: bio || `Everything that ${name} has reviewed here, newest first.`,
    path,
    page: list.page,
    feed: { scope: 'critics', slug, title: `Reviews by ${name}` },
  })
}

export default async function CriticPage({ params, searchParams }: PageProps<'/critics/[slug]'>) {
  const [critic, settings] = await Promise.all([
    getCriticPage((await params).slug, pageNumber(await searchParams)),
    getSettings(),
  ])
  if (!critic) return null
  // What sums a critic up stands on the first page; the others go on with the reviews.
  const isFirst = critic.list.page === 1
  const [taste, lists] = isFirst
    ? await Promise.all([getTaste(critic.id), listLists(4, { criticId: critic.id })])
    : [null, []]
  const shown = [...critic.list.reviews, ...(taste?.favourites ?? [])]
  return (
    <>
      <CacheTags tags={[`critic:${critic.id}`, ...(isFirst ? (['critics', 'lists'] as const) : [])]} reviews={shown} />
      <PageMarkup
        graph={[profileMarkup(env().SITE_URL, critic)]}
        trail={[{ name: 'Critics', path: '/critics' }, critic]}
      />
      <PageHead kicker={critic.title} title={critic.name} beside={<Emblem name={critic.name} />}>
        {critic.bio && <p>{critic.bio}</p>}
      </PageHead>
      {taste && (
        <>
          <div className={styles.about}>
            {critic.taste && (
              <p className={styles.taste}>
                <span>Likes</span> {critic.taste}
              </p>
            )}
            <TasteColumns taste={taste} />
          </div>
          <TasteBlocks taste={taste} place={settings} />
        </>
      )}
      {lists.length > 0 && (
        <Block title="Lists" id="lists">
          <ListCards lists={lists} place={settings} />
        </Block>
      )}
      <div className={isFirst ? styles.all : undefined}>
        <Listing list={critic.list} place={settings} path={critic.path} />
      </div>
    </>
  )
}
