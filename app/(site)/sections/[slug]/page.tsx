import type { Metadata } from 'next'
import { CollectionPage, collectionMetadata } from '#app/(site)/_components/collection-page.tsx'
import { getSectionPage } from '#lib/sections/published.ts'
import { pageNumber } from '#lib/settings/page-number.ts'

type Props = PageProps<'/sections/[slug]'>

const load = async ({ params, searchParams }: Props) =>
  getSectionPage((await params).slug, pageNumber(await searchParams))

export async function generateMetadata(props: Props): Promise<Metadata> {
  return collectionMetadata(await load(props), 'section')
}

export default async function SectionPage(props: Props) {
  const section = await load(props)
  return section && <CollectionPage collection={section} noun="section" />
}
