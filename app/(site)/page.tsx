import type { Metadata } from 'next'
import { JsonLd } from '#components/review/json-ld.tsx'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { env } from '#lib/env.ts'
import { publicationMarkup } from '#lib/markup/markup.ts'
import { pageMetadata } from '#lib/markup/metadata.ts'
import { getHome } from '#lib/reviews/published-home.ts'
import { getSettings } from '#lib/settings/published.ts'
import { Front } from './_components/front.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const settings = await getSettings()
  const { lead } = await getHome()
  return pageMetadata({
    title: `${settings.name}: ${settings.tagline}`,
    description: settings.description || settings.tagline,
    path: '/',
    picture: lead?.picture,
  })
}

export default async function HomePage() {
  const [settings, home] = await Promise.all([getSettings(), getHome()])
  return (
    <>
      <CacheTags tags={['home', 'lists']} reviews={home.shown} />
      <JsonLd graph={publicationMarkup({ siteUrl: env().SITE_URL, settings })} />
      <Front home={home} name={settings.name} place={settings} />
    </>
  )
}
