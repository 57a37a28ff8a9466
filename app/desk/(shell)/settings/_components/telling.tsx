import Link from 'next/link'
import { Notice } from '#components/ui/notice.tsx'
import { keyFilePath } from '#lib/pings/pings.ts'
import { HubForm } from './hub-form.tsx'
import { IndexNowForm } from './index-now-form.tsx'
import styles from './telling.module.css'

interface TellingProps {
  indexNowKey: string
  webSubHub: string
  /** The site's address, when nobody outside can reach it; else null. */
  unreachable: string | null
}

/** Who is told of a change as soon as it happens: both are off until somebody turns them on. */
export function Telling({ indexNowKey, webSubHub, unreachable }: TellingProps) {
  return (
    <div className={styles.telling}>
      <p>
        When something is published, changed or retracted, others can be told at once instead of finding out in their
        own time. <Link href="/desk/pings">What was sent</Link>
      </p>
      {unreachable !== null && (
        <Notice title="Nothing is sent yet">
          <p>
            Nobody outside can reach {unreachable}. Whoever runs the server sets the site’s public address as SITE_URL;
            what you choose here counts from then on.
          </p>
        </Notice>
      )}
      <section aria-labelledby="index-now">
        <h2 id="index-now">Search engines</h2>
        <p>
          IndexNow is how several search engines, Bing, Seznam and Yandex among them, take word of which pages changed.
          They read a key from a file on this site to be sure that the word is ours.
        </p>
        {indexNowKey && (
          <p>
            On. The key is in <a href={keyFilePath(indexNowKey)}>{keyFilePath(indexNowKey)}</a>
          </p>
        )}
        <IndexNowForm indexNowKey={indexNowKey} />
      </section>
      <section aria-labelledby="hub">
        <h2 id="hub">Feed readers</h2>
        <HubForm hub={webSubHub} />
      </section>
    </div>
  )
}
