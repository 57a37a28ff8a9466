import type { Metadata } from 'next'
import { PageMarkup } from '#app/(site)/_components/page-markup.tsx'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { Emblem } from '#components/site/emblem.tsx'
import { PageHead } from '#components/site/listing.tsx'
import { listCritics } from '#lib/critics/published.ts'
import { pageMetadata } from '#lib/markup/metadata.ts'
import styles from './_components/critics.module.css'

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata({
    title: 'Critics',
    description: 'Who writes here, what they like, and everything they have reviewed.',
    path: '/critics',
  })
}

export default async function CriticsPage() {
  const critics = await listCritics()
  return (
    <>
      <CacheTags tags={['critics', ...critics.map(critic => `critic:${critic.id}` as const)]} />
      <PageMarkup trail={[{ name: 'Critics', path: '/critics' }]} />
      <PageHead title="Critics">
        <p>Who writes here. A number is one person’s, and this is the person.</p>
      </PageHead>
      <ul className={styles.critics}>
        {critics.map(critic => (
          <li key={critic.id}>
            <Emblem name={critic.name} />
            <div>
              <h2>
                <a href={critic.path}>{critic.name}</a>
              </h2>
              <p className={styles.title}>
                {critic.title && `${critic.title} · `}
                {critic.count === 1 ? 'one review' : `${critic.count} reviews`}
              </p>
              <p className={styles.bio}>{critic.bio}</p>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
