import type { Place } from '#components/review/byline.tsx'
import { Block } from '#components/site/listing.tsx'
import { ReviewCard } from '#components/site/review-card.tsx'
import type { Taste } from '#lib/critics/published-taste.ts'
import { kindName } from '#lib/works/works.ts'
import styles from './taste.module.css'
import { TasteAgreement } from './taste-agreement.tsx'
import { TasteBars } from './taste-bars.tsx'

/** What a critic likes best, writes most about, and whom they agree with: all of it counted. */
export function TasteBlocks({ taste, place }: { taste: Taste; place: Place }) {
  const { favourites, kinds, topics, agreements } = taste
  return (
    <>
      {favourites.length > 0 && (
        <Block title={favourites.length === 1 ? 'Favourite' : 'Favourites'} id="favourites">
          <ol className={styles.favourites}>
            {favourites.map(review => (
              <li key={review.id}>
                <ReviewCard review={review} place={place} shape="line" />
              </li>
            ))}
          </ol>
        </Block>
      )}
      <Block title="Writes most about" id="subjects">
        <div className={styles.subjects}>
          <TasteBars
            caption="Kinds of work"
            heads={['Kind', 'Reviews']}
            rows={kinds.map(({ kind, count }) => ({ key: kind, name: kindName(kind, 2), count }))}
          />
          <TasteBars
            caption="Topics"
            heads={['Topic', 'Reviews']}
            rows={topics.map(({ id, name, path, count }) => ({ key: id, name: <a href={path}>{name}</a>, count }))}
          />
        </div>
      </Block>
      <Block title="Agreement" id="agreement">
        <TasteAgreement agreements={agreements} />
      </Block>
    </>
  )
}
