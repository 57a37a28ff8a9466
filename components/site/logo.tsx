import { type Picture, picturePath, srcSet } from '#lib/media/pictures.ts'
import { iconPath } from '#lib/theme/icons.ts'
import styles from './logo.module.css'
import { Mark } from './mark.tsx'

/** The publication's name as it is drawn, by day and by night; the one that is not shown is not fetched. */
export function Logo({ name, day, night }: { name: string; day: Picture; night: Picture | null }) {
  if (!night) return <Drawn picture={day} name={name} />
  return (
    <>
      <Drawn picture={day} name={name} when="day" />
      <Drawn picture={night} name={name} when="night" />
    </>
  )
}

function Drawn({ picture, name, when }: { picture: Picture; name: string; when?: 'day' | 'night' }) {
  const format = picture.formats.includes('webp') ? 'webp' : 'jpg'
  return (
    <img
      className={styles.logo}
      data-logo={when}
      src={picturePath(picture, picture.widths[0] ?? picture.width, format)}
      srcSet={srcSet(picture, format)}
      sizes="20rem"
      width={picture.width}
      height={picture.height}
      alt={name}
      loading={when ? 'lazy' : 'eager'}
    />
  )
}

/** What stands for the publication where there is little room: its icon, else the mark. */
export function Sign({ icon, className }: { icon: Picture | null; className?: string }) {
  return icon ? (
    <img className={className} src={iconPath(icon, 192)} width={192} height={192} alt="" />
  ) : (
    <Mark className={className} />
  )
}
