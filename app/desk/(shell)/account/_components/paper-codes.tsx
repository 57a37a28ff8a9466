'use client'
import { Button } from '#components/ui/button.tsx'
import styles from './second-factor.module.css'

/** Codes that are shown once, until somebody says that they have them. */
export function PaperCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  return (
    <div className={styles.on}>
      <p role="status">
        These codes stand in for your telephone or your passkey when it is lost, each once. They are shown only now:
        print them or write them down.
      </p>
      <ul className={styles.codes}>
        {codes.map(code => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div>
        <Button onPress={onDone}>I have them</Button>
      </div>
    </div>
  )
}
