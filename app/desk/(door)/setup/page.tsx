import type { Metadata } from 'next'
import { ButtonLink } from '#components/ui/button.tsx'
import { hasOwner } from '#lib/auth/setup.ts'
import styles from '../door.module.css'
import { SetupForm } from './setup-form.tsx'

export const metadata: Metadata = { title: 'Set up', referrer: 'no-referrer' }

/** The first visit: whoever holds the one-time link becomes the owner. Looking at the page uses nothing up. */
export default async function SetupPage() {
  if (await hasOwner()) {
    return (
      <>
        <h1 className={styles.title}>This publication is set up</h1>
        <p className={styles.text}>
          It has an owner, so the set-up link does nothing any more. If that is you, sign in. If it should have been
          you, ask whoever runs the server.
        </p>
        <div>
          <ButtonLink href="/desk/sign-in" variant="primary">
            Sign in
          </ButtonLink>
        </div>
      </>
    )
  }
  return <SetupForm />
}
