import { TrashButton } from '#components/desk/trash/trash-button.tsx'
import { keptDays } from '#lib/trash/trash.ts'
import styles from './picture.module.css'

/** Puts a picture in the trash; while it is used, says what stands in the way. */
export function ThrowAway({
  picture: { id, version },
  uses,
}: {
  picture: { id: string; version: number }
  uses: number
}) {
  return (
    <section aria-labelledby="throw-away">
      <h2 id="throw-away">Throw away</h2>
      <p className={styles.quiet}>
        {uses > 0
          ? `It can be thrown away once nothing uses it: take it out ${uses === 1 ? 'of the place' : 'of the places'} above, or replace its file. Versions that readers once saw count as well.`
          : `It can be taken out of the trash for ${keptDays} days.`}
      </p>
      {uses === 0 && <TrashButton kind="media" id={id} version={version} />}
    </section>
  )
}
