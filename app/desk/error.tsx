'use client'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import styles from './trouble.module.css'

/** Something that nobody expected. Only our own words: the error itself stays in the server's log, under the digest. */
export default function DeskError({ error }: { error: Error & { digest?: string } }) {
  return (
    <main className={styles.trouble}>
      <h1>This page did not load</h1>
      <Notice
        tone="problem"
        title="The server could not answer."
        actions={
          <>
            <Button onPress={() => window.location.reload()}>Try again</Button>
            <ButtonLink variant="quiet" href="/desk">
              To the desk
            </ButtonLink>
          </>
        }
      >
        <p>
          What was saved is kept; readers are not affected. Most often the database is being restarted: wait a moment
          and try again.
        </p>
        {error.digest && (
          <p>
            If it goes on, tell whoever runs the server this number: <code>{error.digest}</code>
          </p>
        )}
      </Notice>
    </main>
  )
}
