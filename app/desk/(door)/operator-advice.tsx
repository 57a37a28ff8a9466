import styles from './door.module.css'

/** What to do about a forgotten password where no mail can be sent. */
export function OperatorAdvice() {
  return (
    <p className={styles.text}>
      Forgotten your password? Whoever runs the server sets a new one:
      <code>npm run user -- password --email you@example.org</code>
    </p>
  )
}
