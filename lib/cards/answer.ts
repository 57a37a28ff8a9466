import { env } from '#lib/env.ts'
import type { ReviewCard } from '#lib/reviews/reviews.ts'
import { getSettings } from '#lib/settings/published.ts'
import { cardContentOf, cardPathOf, stillPathOf } from './cards.ts'
import { drawVerdictCard } from './draw.ts'
import { oembedOf, oembedQuerySchema, oembedXml, reviewSlugOf } from './oembed.ts'
import { findCard } from './published.ts'
import { drawStill } from './still.ts'

// What the addresses of cards answer. All of it is of live reviews only, and says what it depends on, so that it goes when they do.

/** The drawn card: `her.png` is that of `/reviews/her`. */
export function answerCard(file: string): Promise<Response> {
  return answerDrawing(file, cardPathOf, async review => drawVerdictCard(cardContentOf(review, await getSettings())))
}

/** The drawn still, for a review without a picture. */
export function answerStill(file: string): Promise<Response> {
  return answerDrawing(file, stillPathOf, async ({ rating }) => drawStill(rating, await getSettings()))
}

async function answerDrawing(
  file: string,
  pathOf: (slug: string) => string,
  draw: (review: ReviewCard) => Promise<Buffer>,
): Promise<Response> {
  const [, slug] = /^([a-z0-9-]+)\.png$/.exec(file) ?? []
  const found = slug ? await findCard(slug) : { state: 'unknown' as const }
  if (found.state === 'moved') return new Response(null, { status: 308, headers: { Location: pathOf(found.slug) } })
  if (found.state !== 'live')
    return found.state === 'gone'
      ? refusal(410, 'The review of this card is no longer published.')
      : refusal(404, 'There is no such card.')
  return answer(found.review, new Uint8Array(await draw(found.review)), 'image/png')
}

/** What another site needs to show the card of a review: https://oembed.com, section 2.3. */
export async function answerOembed(asked: URLSearchParams): Promise<Response> {
  const query = oembedQuerySchema.safeParse(Object.fromEntries(asked))
  if (!query.success)
    return refusal(
      400,
      'Ask with url=, the whole address of a review, and optionally format=, maxwidth= and maxheight= in pixels.',
    )
  const { format, url } = query.data
  if (format !== 'json' && format !== 'xml') return refusal(501, 'The formats are json and xml.')
  const siteUrl = env().SITE_URL
  const slug = reviewSlugOf(url, siteUrl)
  const first = slug ? await findCard(slug) : null
  const found = first?.state === 'moved' ? await findCard(first.slug) : first
  if (found?.state !== 'live') return refusal(404, 'There is no review at this address.')
  const { review } = found
  const [critic] = review.critics
  const fields = oembedOf(found.slug, cardContentOf(review, await getSettings()), query.data, {
    siteUrl,
    criticUrl: critic ? siteUrl + critic.path : null,
  })
  return format === 'json'
    ? answer(review, `${JSON.stringify(fields)}\n`, 'application/json; charset=utf-8', { 'X-Robots-Tag': 'noindex' })
    : answer(review, oembedXml(fields), 'text/xml; charset=utf-8', { 'X-Robots-Tag': 'noindex' })
}

function answer(
  { id, work, critics }: ReviewCard,
  body: Uint8Array<ArrayBuffer> | string,
  type: string,
  more: Record<string, string> = {},
): Response {
  const tags = [`review:${id}`, `work:${work.id}`, ...critics.map(critic => `critic:${critic.id}`)]
  return new Response(body, {
    headers: {
      'Content-Type': type,
      // Other sites may read it with a script: nothing in it is anybody's own.
      'Access-Control-Allow-Origin': '*',
      'X-Cache-Tags': tags.join(' '),
      ...more,
    },
  })
}

function refusal(status: number, sentence: string): Response {
  return new Response(`${sentence}\n`, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}
