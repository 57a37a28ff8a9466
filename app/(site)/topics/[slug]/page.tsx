import type { Metadata } from 'next'
import { CollectionPage, collectionMetadata } from '#app/(site)/_components/collection-page.tsx'
import { getTopicPage } from '#lib/sections/published.ts'
import { pageNumber } from '#lib/settings/page-number.ts'

type Props = PageProps<'/topics/[slug]'>

const load = async ({ params, searchParams }: Props) =>
  getTopicPage((await params).slug, pageNumber(await searchParams))

export async function generateMetadata(props: Props): Promise<Metadata> {
  return collectionMetadata(await load(props), 'topic')
}

export default async function TopicPage(props: Props) {
  const topic = await load(props)
  return topic && <CollectionPage collection={topic} noun="topic" />
}
