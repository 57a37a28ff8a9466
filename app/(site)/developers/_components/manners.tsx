import { Block } from '#components/site/listing.tsx'
import { allowance, apiBase, pageSize } from '#lib/api/api.ts'
import type { Example as Asked } from '#lib/api/published-examples.ts'
import { absolute } from '#lib/api/shapes.ts'
import styles from './developers.module.css'
import { Example } from './example.tsx'

/** How one asks: what holds for all endpoints. */
export function Manners({ first }: { first: Asked | undefined }) {
  return (
    <Block title="How to ask" id="asking">
      <div className={styles.endpoint}>
        <dl className={styles.manners}>
          <dt>Where</dt>
          <dd>
            All addresses begin with <code>{absolute(apiBase)}</code>, and go on as the pages do: the review at{' '}
            <code>/reviews/her</code> is at <code>{apiBase}/reviews/her</code>. Answers are JSON, from any origin, with
            GET, HEAD and OPTIONS. Dates are ISO 8601, addresses absolute, languages BCP 47.
          </dd>
          <dt id="fields">Less</dt>
          <dd>
            <code>fields=title,rating.sentence,work.title</code> leaves out everything else. A dot goes inside, also of
            each thing in a list.
          </dd>
          <dt id="paging">More</dt>
          <dd>
            A collection has {pageSize.usual} things at once, or as many as <code>limit</code> says, at most{' '}
            {pageSize.most}. The next are at the address in <code>next</code>, which is also a <code>Link</code> with{' '}
            <code>rel="next"</code>; on the last page it is null. What is published meanwhile moves nothing: you get
            each thing once. What is in a cursor may change; do not take one apart.
          </dd>
          <dt id="again">Again</dt>
          <dd>
            Every answer has an <code>ETag</code>. Send it back as <code>If-None-Match</code>, and what has not changed
            is a 304 without a body. Single things also have <code>Last-Modified</code>.
          </dd>
          <dt id="allowance">How often</dt>
          <dd>
            {allowance.requests} requests in {allowance.seconds} seconds. <code>RateLimit</code> says how many you have
            left; after the last comes a 429 with <code>Retry-After</code>. No request waits for another’s.
          </dd>
          <dt id="ratings">What a number means</dt>
          <dd>
            A rating carries its scale, its unit and its words. Show the <code>sentence</code>; sort by the{' '}
            <code>score</code>, which counts every scale from 0 to 100. What is not scored has the rating null, and
            nought is a score.
          </dd>
          <dt id="spoilers">What is given away</dt>
          <dd>
            Nothing. What a page covers is left out of texts, summaries and searches; in HTML a link to the page stands
            in its place.
          </dd>
        </dl>
        {first && <Example example={first} />}
      </div>
    </Block>
  )
}
