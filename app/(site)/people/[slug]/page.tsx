import type { Metadata } from 'next'
import cards from '#app/(site)/_components/cards.module.css'
import { PageMarkup } from '#app/(site)/_components/page-markup.tsx'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { Block, PageHead } from '#components/site/listing.tsx'
import { Pagination } from '#components/site/pagination.tsx'
import { ReviewCard } from '#components/site/review-card.tsx'
import { env } from '#lib/env.ts'
import { personMarkup } from '#lib/markup/markup.ts'
import { pageMetadata } from '#lib/markup/metadata.ts'
import { personSentence, roleSentence } from '#lib/people/people.ts'
import { getPersonPage } from '#lib/people/published.ts'
import { pageNumber } from '#lib/settings/page-number.ts'
import { getSettings } from '#lib/settings/published.ts'
import styles from './person.module.css'

type Props = PageProps<'/people/[slug]'>

const load = async ({ params, searchParams }: Props) =>
  getPersonPage((await params).slug, pageNumber(await searchParams))

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ slug }, person] = [await props.params, await load(props)]
  if (!person) return {}
  const { name, count, page } = person
  return pageMetadata({
    title: `${name}: what we have reviewed`,
    description: `${personSentence(count)} Every review of something by or with ${name}, by role.`,
    path: `/people/${slug}`,
    page,
    picture: person.roles[0]?.entries[0]?.review.picture,
  })
}

export default async function PersonPage(props: Props) {
  const [{ slug }, person, settings] = [await props.params, await load(props), await getSettings()]
  if (!person) return null
  const path = `/people/${slug}`
  const reviews = person.roles.flatMap(role => role.entries.map(entry => entry.review))
  const sameAs = person.elsewhere.map(({ url }) => url)
  return (
    <>
      <CacheTags tags={[`person:${person.id}`]} reviews={reviews} />
      <PageMarkup
        graph={[personMarkup(env().SITE_URL, { ...person, path, sameAs })]}
        trail={[
          { name: 'People', path: '/people' },
          { name: person.name, path },
        ]}
      />
      <PageHead kicker={<a href="/people">People</a>} title={<bdi>{person.name}</bdi>}>
        <p>{personSentence(person.count)}</p>
        {person.aliases.length > 0 && <p className={styles.also}>Also known as {listOf(person.aliases)}.</p>}
        <p className={styles.note}>This is not everything that they made: only what we have written about.</p>
      </PageHead>
      {person.roles.map(({ role, name, works, average, entries }) => (
        <Block key={role} title={name} id={role} aside={roleSentence({ works, average })}>
          <div className={cards.cards}>
            {entries.map(({ review, character }) => (
              <ReviewCard
                key={review.id}
                review={review}
                place={settings}
                shape="row"
                note={character ? `As ${character}` : undefined}
              />
            ))}
          </div>
        </Block>
      ))}
      <Pagination page={person.page} pages={person.pages} path={path} before="Previous" after="Next" />
      {person.elsewhere.length > 0 && (
        <section className={styles.elsewhere} aria-labelledby="elsewhere">
          <h2 id="elsewhere">Elsewhere</h2>
          <ul>
            {person.elsewhere.map(({ name, url }) => (
              <li key={url}>
                <a href={url}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function listOf(names: string[]): string {
  return new Intl.ListFormat('en-GB').format(names)
}
