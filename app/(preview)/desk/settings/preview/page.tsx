import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { Front } from '#app/(site)/_components/front.tsx'
import { SiteFrame } from '#app/(site)/_components/site-frame.tsx'
import { AboutTheWork } from '#app/(site)/reviews/[slug]/_components/about-the-work.tsx'
import { ReviewArticle } from '#components/review/article.tsx'
import { can } from '#lib/auth/policy.ts'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { getPublishedReview, listCards } from '#lib/reviews/published.ts'
import { readHome } from '#lib/reviews/published-home.ts'
import { getSettings } from '#lib/settings/published.ts'
import { readHouse } from '#lib/settings/published-house.ts'
import type { PublicationSettings } from '#lib/settings/settings.ts'
import { settingsFrom } from '#lib/settings/stored-schema.ts'
import { previewStylesheet } from '#lib/theme/stylesheet.ts'
import { getWorkFacts } from '#lib/works/published-facts.ts'

const json = z
  .string()
  .max(100_000)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue('not JSON')
      return z.NEVER
    }
  })

const askedSchema = z.object({
  page: z.enum(['front', 'review']).catch('front'),
  scheme: z.enum(['light', 'dark']).catch('light'),
  draft: json.pipe(z.record(z.string(), z.unknown())).catch({}),
})

/** Readers' pages as the settings of a draft would make them, drawn by their own components. What is not of its form stays as it is stored. */
export default async function SettingsPreviewPage({ searchParams }: PageProps<'/desk/settings/preview'>) {
  const editor = await requireEditor()
  if (!can(editor, 'setting.edit')) notFound()
  const { page, scheme, draft } = askedSchema.parse(await searchParams)
  // A draft is the form's that frames this. Anybody can make up a link with one, and would have a page of ours say what they like.
  const asking = await headers()
  const isFramed = asking.get('sec-fetch-site') === 'same-origin' && asking.get('sec-fetch-dest') === 'iframe'
  const settings = settingsFrom(isFramed ? draft : {}, await getSettings())
  const house = await readHouse(settings)
  return (
    <>
      {/* In the desk's document, whose policy allows it; readers get the same as a file. */}
      <style href={`theme-${scheme}`} precedence="theme">
        {previewStylesheet(settings, scheme)}
      </style>
      <SiteFrame house={house}>
        {page === 'front' ? <FrontPage settings={settings} /> : <Newest settings={settings} />}
      </SiteFrame>
    </>
  )
}

async function FrontPage({ settings }: { settings: PublicationSettings }) {
  return <Front home={await readHome(settings)} name={settings.name} place={settings} />
}

/** A review with a picture, if there is one: the look of a page shows best on it. */
async function Newest({ settings }: { settings: PublicationSettings }) {
  const newest = await listCards({}, 12)
  const card = newest.find(({ picture, rating }) => picture && rating) ?? newest[0]
  const review = card && (await getPublishedReview(card.path.slice('/reviews/'.length)))
  if (!review) return <p>No review has been published yet.</p>
  const facts = await getWorkFacts(review.work.id)
  return (
    <ReviewArticle
      review={review}
      place={settings}
      aside={<AboutTheWork review={review} facts={facts} place={settings} isLive />}
    />
  )
}
