import type { Metadata } from 'next'
import styles from '#app/(site)/_components/index-page.module.css'
import { PageMarkup } from '#app/(site)/_components/page-markup.tsx'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { PageHead } from '#components/site/listing.tsx'
import { listTopicsIndex } from '#lib/addresses/published-index.ts'
import { pageMetadata } from '#lib/markup/metadata.ts'

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata({
    title: 'Topics',
    description: 'What the works that we have reviewed are about.',
    path: '/topics',
  })
}

export default async function TopicsPage() {
  const topics = await listTopicsIndex()
  return (
    <>
      <CacheTags tags={['topics', ...topics.map(topic => `topic:${topic.id}` as const)]} />
      <PageMarkup trail={[{ name: 'Topics', path: '/topics' }]} />
      <PageHead title="Topics">
        <p>What the works that we have reviewed are about.</p>
      </PageHead>
      <ul className={styles.described}>
        {topics.map(({ id, path, name, description, detail }) => (
          <li key={id}>
            <h2>
              <a href={path}>{name}</a>
            </h2>
            <p>{description}</p>
            <p className={styles.quiet}>{detail}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
