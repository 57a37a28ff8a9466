'use client'
import Link from 'next/link'
import { Badge } from '#components/ui/badge.tsx'
import type { LibraryPicture } from '#lib/media/library.ts'
import styles from './library-grid.module.css'
import { PictureThumb } from './picture-thumb.tsx'
import { pictureLack, pictureName } from './picture-words.ts'
import { useProgress } from './use-progress.ts'

/** Pictures as links to their pages, with what is missing of each. */
export function LibraryGrid({ pictures }: { pictures: LibraryPicture[] }) {
  const now = useProgress(pictures)
  return (
    <ul className={styles.grid}>
      {now.map(picture => (
        <li key={picture.id}>
          <Link href={`/desk/media/${picture.id}`} prefetch={false} className={styles.tile}>
            <span className={styles.frame}>
              <PictureThumb picture={picture} alt="" />
            </span>
            <span className={styles.name}>{pictureName(picture)}</span>
            <Lack picture={picture} />
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Lack({ picture }: { picture: LibraryPicture }) {
  const lack = pictureLack(picture)
  if (lack === '') return null
  return (
    <span className={styles.lack}>
      <Badge tone={picture.status === 'failed' ? 'bad' : picture.status === 'making' ? 'waiting' : 'neutral'}>
        {lack}
      </Badge>
    </span>
  )
}
