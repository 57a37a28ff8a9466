import Link from 'next/link'
import type { PictureUse } from '#lib/media/library.ts'
import styles from './picture.module.css'

/** Where a picture stands, what readers see first. */
export function Uses({ uses }: { uses: PictureUse[] }) {
  return (
    <section aria-labelledby="uses">
      <h2 id="uses">
        {uses.length === 0 ? 'Used nowhere' : uses.length === 1 ? 'Used in 1 place' : `Used in ${uses.length} places`}
      </h2>
      {uses.length === 0 && (
        <p className={styles.quiet}>Choose it as the picture of a review or a work, or put it in a text.</p>
      )}
      <ul className={styles.uses}>
        {uses.map(use => (
          <li key={use.place + use.id}>
            {use.href ? (
              <Link href={use.href} dir="auto">
                {use.title}
              </Link>
            ) : (
              <bdi>{use.title}</bdi>
            )}
            <span>
              {placeText[use.place]}, {stateText(use)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const placeText: Record<PictureUse['place'], string> = {
  ...{ head: 'at the head', text: 'in the text', work: 'the picture of the work', glyph: 'what a glyph was made of' },
  house: 'for the publication',
}

function stateText({ isLive, isInWorkingCopy, place }: PictureUse): string {
  if (place === 'work') return isLive ? 'live' : 'not yet seen by readers'
  if (place === 'glyph') return 'kept with it'
  if (place === 'house') return 'on every page'
  if (isLive) return isInWorkingCopy ? 'live' : 'live, and taken out in what is being written'
  return isInWorkingCopy ? 'in what is being written' : 'in an earlier version'
}
