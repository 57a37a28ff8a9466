import type { Metadata } from 'next'
import { Prose } from '#components/review/prose.tsx'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { PageHead } from '#components/site/listing.tsx'
import { pageMetadata } from '#lib/markup/metadata.ts'
import { excerpt } from '#lib/prose/prose.ts'
import { houseProse } from '#lib/settings/house-text.ts'
import { getSettings } from '#lib/settings/published.ts'
import type { TextPage } from '#lib/settings/texts.ts'
import { PageMarkup } from './page-markup.tsx'

/** The head of a page of the house's own words. */
export async function textPageMetadata({ key, path, title }: TextPage): Promise<Metadata> {
  const settings = await getSettings()
  const prose = houseProse(settings[key])
  return pageMetadata({ title, description: prose ? excerpt(prose, 300) : title, path })
}

/** A page of the house's own words: privacy, how it works, who answers for it. */
export async function TextPageBody({ page: { key, path, title } }: { page: TextPage }) {
  return (
    <>
      <CacheTags tags={['house']} />
      <PageMarkup trail={[{ name: title, path }]} />
      <PageHead title={title} />
      <HouseText markdown={(await getSettings())[key]} />
    </>
  )
}

/** A text of the house, as reviews are set. */
export function HouseText({ markdown }: { markdown: string }) {
  const prose = houseProse(markdown)
  return prose && <Prose prose={prose} pictures={{}} mentions={{}} />
}
