import { Icon } from '#components/ui/icon.tsx'
import styles from './writing-now.module.css'

/** Who has the pen of a review, in a list of them: "Ines is writing now". */
export function WritingNow({ writer }: { writer: string }) {
  return (
    <p className={styles.now}>
      <Icon name="pen" /> {writer === 'You' ? 'You have it open for writing' : `${writer} is writing now`}
    </p>
  )
}
