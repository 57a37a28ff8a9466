import type { Metadata } from 'next'
import { PageMarkup } from '#app/(site)/_components/page-markup.tsx'
import { DateTime } from '#components/review/byline.tsx'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { PageHead } from '#components/site/listing.tsx'
import { Pagination } from '#components/site/pagination.tsx'
import type { CorrectionEntry, CorrectionList } from '#lib/corrections/corrections.ts'
import { listCorrections } from '#lib/corrections/published.ts'
import type { CacheTag } from '#lib/events/events.ts'
import { pageMetadata } from '#lib/markup/metadata.ts'
import { pageNumber } from '#lib/settings/page-number.ts'
import { getSettings } from '#lib/settings/published.ts'
import styles from './_components/corrections.module.css'

const path = '/corrections'
const load = async ({ searchParams }: PageProps<'/corrections'>) => listCorrections(pageNumber(await searchParams))

export async function generateMetadata(props: PageProps<'/corrections'>): Promise<Metadata> {
  const [{ page }, { name }] = await Promise.all([load(props), getSettings()])
  return pageMetadata({
    title: 'Corrections',
    description: `What ${name} got wrong in its reviews and has put right, newest first.`,
    path,
    page,
  })
}

/** Everything that was wrong and has been put right, newest first. */
export default async function CorrectionsPage(props: PageProps<'/corrections'>) {
  const [list, settings] = await Promise.all([load(props), getSettings()])
  return (
    <>
      <CacheTags tags={['corrections', ...list.corrections.flatMap(tagsOf)]} />
      <PageMarkup trail={[{ name: 'Corrections', path }]} />
      <PageHead title="Corrections">
        <p>
          We get things wrong, and say so. Each mistake in a published review is put right in its text and written down
          here and under the review, with the date on which we did.
        </p>
      </PageHead>
      <section className={styles.corrections} aria-labelledby="count">
        <h2 id="count">{countText(list)}</h2>
        <ol>
          {list.corrections.map(correction => (
            <li key={correction.id} id={`correction-${correction.id}`}>
              <p className={styles.where}>
                <DateTime iso={correction.at} place={settings} />
                <Where correction={correction} />
              </p>
              <p className={styles.text}>{correction.text}</p>
            </li>
          ))}
        </ol>
        <Pagination page={list.page} pages={list.pages} path={path} />
      </section>
    </>
  )
}

/** Which review: a link while it is live, and only what it was about when it has been withdrawn. */
function Where({ correction: { review, work } }: { correction: CorrectionEntry }) {
  const name = (
    <>
      <cite>{work.title}</cite>
      {work.year && ` (${work.year})`}
    </>
  )
  return review ? (
    <span>
      <a href={review.path}>{review.title}</a>, on {name}
    </span>
  ) : (
    <span>A review of {name} that has since been withdrawn</span>
  )
}

function countText({ total, page, pages }: CorrectionList): string {
  if (total === 0) return 'None so far'
  const count = total === 1 ? 'One correction' : `${total} corrections`
  return pages > 1 ? `${count}, page ${page} of ${pages}` : count
}

function tagsOf({ reviewId, work }: CorrectionEntry): CacheTag[] {
  return [`review:${reviewId}`, `work:${work.id}`]
}
