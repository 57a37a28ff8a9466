import type { Metadata } from 'next'
import Link from 'next/link'
import { env } from '#lib/env.ts'
import styles from '../door.module.css'
import { OperatorAdvice } from '../operator-advice.tsx'
import { ForgotPasswordForm } from './forgot-password-form.tsx'

export const metadata: Metadata = { title: 'Forgotten password' }

/** Asks for the address of an account, and never says whether there is one. */
export default function ForgotPasswordPage() {
  return (
    <>
      <h1 className={styles.title}>Set a new password</h1>
      {env().SMTP_URL ? <ForgotPasswordForm /> : <OperatorAdvice />}
      <p className={styles.text}>
        <Link href="/desk/sign-in">Back to sign in</Link>
      </p>
    </>
  )
}
