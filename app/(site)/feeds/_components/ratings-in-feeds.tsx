import { feedsPath, ratingsInFeedsId } from '#lib/feeds/feeds.ts'
import styles from './feeds.module.css'

const attributes = [
  [
    'value, min, max, step',
    'The score and the scale that it is on, as numbers. Of a grade or a verdict, its place on the scale from 0.',
  ],
  ['label', 'The grade or the verdict itself: “B+”. Only where the scale is made of words.'],
  ['unit', 'What is counted, where it is not plain points: “stars”, “OS’s”.'],
  ['score', 'The same from 0 to 100, so that ratings on different scales can be put in one order.'],
  ['scale, type', 'Which scale it is, and whether it is numeric, letter or verdict.'],
  ['provisional', '“true” while the review is in progress, and its score may change.'],
] as const

const xmlExample = (namespace: string) => `<oof:rating xmlns:oof="${namespace}"
    value="4.5" min="0" max="5" step="0.5" unit="stars"
    score="90" scale="stars" type="numeric">Four and a half stars out of five</oof:rating>
<oof:verdict>…</oof:verdict>
<oof:work kind="film" year="2013" url="…">Under the Skin</oof:work>`

const jsonExample = (namespace: string) => `"_out_of_five": {
  "about": "${namespace}",
  "rating": {
    "sentence": "Four and a half stars out of five",
    "value": 4.5, "min": 0, "max": 5, "step": 0.5, "label": null,
    "unit": { "singular": "star", "plural": "stars" },
    "score": 90,
    "scale": { "key": "stars", "name": "Stars", "version": 1, "type": "numeric" },
    "provisional": false
  },
  "unscored": false,
  "verdict": "…",
  "work": { "title": "Under the Skin", "kind": "film", "year": 2013, "url": "…" }
}`

/** For whoever writes programs: how a rating is said as data. The address of this section is the name of the XML namespace. */
export function RatingsInFeeds({ siteUrl }: { siteUrl: string }) {
  const namespace = `${siteUrl}${feedsPath}#${ratingsInFeedsId}`
  return (
    <section className={styles.block} id={ratingsInFeedsId} aria-labelledby="ratings-heading">
      <h2 id="ratings-heading">Ratings in feeds</h2>
      <div className={styles.prose}>
        <p>
          Each review begins with its rating in words. For programs the same is there as data: in RSS and Atom as
          elements of the XML namespace that has this section’s address for its name, in JSON Feed as the object{' '}
          <code>_out_of_five</code> of an item.
        </p>
        <p>
          A review that is not scored has <code>&lt;oof:unscored/&gt;</code>, or <code>"rating": null</code>, and never
          a nought.
        </p>
      </div>
      <dl className={styles.terms}>
        {attributes.map(([names, meaning]) => (
          <div key={names}>
            <dt>
              <code>{names}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <h3>In RSS and Atom</h3>
      <pre className={styles.example}>
        <code>{xmlExample(namespace)}</code>
      </pre>
      <h3>In JSON Feed</h3>
      <pre className={styles.example}>
        <code>{jsonExample(namespace)}</code>
      </pre>
    </section>
  )
}
