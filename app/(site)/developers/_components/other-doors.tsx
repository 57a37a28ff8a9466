import { Block } from '#components/site/listing.tsx'
import { getSettings } from '#lib/settings/published.ts'
import styles from './developers.module.css'

const doors = [
  ['/feeds', 'Feeds', 'RSS, Atom and JSON Feed, for everything and for each section, critic, topic and list.'],
  ['/sitemap.xml', 'Sitemap', 'Every page, with when it last changed; pictures and news too.'],
  ['/llms.txt', 'llms.txt', 'What is here and where, in plain text.'],
  ['/scoring', 'How we score', 'What the numbers mean, for people.'],
] as const

/** What else is made for machines. */
export async function OtherDoors() {
  const { hasFeeds } = await getSettings()
  return (
    <Block title="Other ways in" id="doors">
      <dl className={styles.manners}>
        {doors
          .filter(([path]) => hasFeeds || path !== '/feeds')
          .map(([path, name, words]) => (
            <div key={path}>
              <dt>
                <a href={path}>{name}</a>
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        <div>
          <dt>oEmbed</dt>
          <dd>
            Paste the address of a review where oEmbed is understood, and its card appears. The endpoint is{' '}
            <code>/oembed?url=…</code>; every review’s page links to its own.
          </dd>
        </div>
        <div>
          <dt>In the pages</dt>
          <dd>Every page carries schema.org markup, and the review’s rating in it is the one that you see.</dd>
        </div>
      </dl>
    </Block>
  )
}
