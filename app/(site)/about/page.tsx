import type { Metadata } from 'next'
import { PageMarkup } from '#app/(site)/_components/page-markup.tsx'
import { HouseText } from '#app/(site)/_components/text-page.tsx'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { Emblem } from '#components/site/emblem.tsx'
import { Block, PageHead } from '#components/site/listing.tsx'
import { listCritics } from '#lib/critics/published.ts'
import { pageMetadata } from '#lib/markup/metadata.ts'
import { getSettings } from '#lib/settings/published.ts'
import { hasDefaultFaces } from '#lib/theme/theme.ts'
import styles from './_components/about.module.css'

export async function generateMetadata(): Promise<Metadata> {
  const settings = await getSettings()
  return pageMetadata({
    title: `About ${settings.name}`,
    description: `What ${settings.name} is, how it scores, who writes it, and what its pages do not do: no cookies, no counting, no third parties.`,
    path: '/about',
  })
}

export default async function AboutPage() {
  const [settings, critics] = await Promise.all([getSettings(), listCritics()])
  return (
    <>
      <CacheTags tags={['critics']} />
      <PageMarkup trail={[{ name: 'About', path: '/about' }]} />
      <PageHead title={`About ${settings.name}`}>
        <p>{settings.description || settings.tagline}</p>
      </PageHead>
      {settings.aboutText ? <HouseText markdown={settings.aboutText} /> : <UsualWords />}
      <Block
        title="How we score"
        id="scores"
        more={{ path: '/scoring', label: 'Our scales, and what we mean by them' }}
      >
        <div className={styles.prose}>
          <p>
            The middle of a scale is a work that does what it set out to do. The top is not perfection but need. Zero is
            a score, and means it; <em>not scored</em> is none. What each part of our scales means, with reviews that
            show it, has a page of its own.
          </p>
        </div>
      </Block>
      <Block title="Who writes" id="critics" more={{ path: '/critics', label: 'All critics' }}>
        <ul className={styles.names}>
          {critics.map(critic => (
            <li key={critic.id}>
              <Emblem name={critic.name} />
              <p>
                <a href={critic.path}>{critic.name}</a>
                {critic.title && <span>{critic.title}</span>}
              </p>
            </li>
          ))}
        </ul>
      </Block>
      <Block title="What this page does not do" id="privacy">
        <div className={styles.prose}>
          <p>
            It sets no cookie, counts nobody, and asks no other company for anything. It works without JavaScript, on
            paper, and in your reader’s own type.
          </p>
          {hasDefaultFaces(settings) && (
            <p>
              Headlines are set in Fraunces, text in Newsreader, and the rest in Instrument Sans; all three are free
              fonts, served from here.
            </p>
          )}
        </div>
      </Block>
    </>
  )
}

function UsualWords() {
  return (
    <div className={styles.prose}>
      <p>
        A number is the shortest thing that a critic can say, and the easiest to misread. So here a number always comes
        with words: what was counted, out of how many, and a sentence that it stands for. The words came first.
      </p>
    </div>
  )
}
