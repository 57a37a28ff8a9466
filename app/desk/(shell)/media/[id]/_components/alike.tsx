import Link from 'next/link'
import { PictureThumb } from '#components/desk/media/picture-thumb.tsx'
import { pictureName } from '#components/desk/media/picture-words.ts'
import type { LibraryPicture, Lookalike } from '#lib/media/library.ts'
import styles from './picture.module.css'

/** Pictures that look like this one, beside it: the same in another size, or nearly the same. */
export function Alike({
  picture,
  alike,
  className,
}: {
  picture: LibraryPicture
  alike: Lookalike[]
  className?: string
}) {
  return (
    <section className={className} aria-labelledby="alike">
      <h2 id="alike">Look-alikes</h2>
      <p className={styles.quiet}>
        Is one of them the same? Keep the best, use it where the other is used, and throw the other away.
      </p>
      <ul className={styles.alike}>
        <li>
          <Tile picture={picture} text="This one" />
        </li>
        {alike.map(({ picture: other, distance }) => (
          <li key={other.id}>
            <Link href={`/desk/media/${other.id}`}>
              <Tile picture={other} text={distance === 0 ? 'Looks the same' : 'Looks nearly the same'} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Tile({ picture, text }: { picture: LibraryPicture; text: string }) {
  return (
    <>
      <span className={styles.frame}>
        <PictureThumb picture={picture} alt="" isWhole />
      </span>
      <b>{pictureName(picture)}</b>
      <span className={styles.quiet}>
        {text}, {picture.width} × {picture.height}
      </span>
    </>
  )
}
