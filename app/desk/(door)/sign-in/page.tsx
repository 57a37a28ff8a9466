import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { Notice } from '#components/ui/notice.tsx'
import { currentEditor } from '#lib/auth/require-editor.ts'
import { returnPath } from '#lib/auth/return-path.ts'
import { env } from '#lib/env.ts'
import styles from '../door.module.css'
import { OperatorAdvice } from '../operator-advice.tsx'
import { SignInForm } from './sign-in-form.tsx'

export const metadata: Metadata = { title: 'Sign in' }

export default async function SignInPage({ searchParams }: PageProps<'/desk/sign-in'>) {
  const query = await searchParams
  const to = returnPath(query.to)
  if (await currentEditor()) redirect(to)
  return (
    <>
      <h1 className={styles.title}>Sign in to the desk</h1>
      {query['signed-out'] !== undefined && <Notice tone="good">You are signed out of this browser.</Notice>}
      {query['new-password'] !== undefined && (
        <Notice tone="good">
          Your new password is set, and every browser is signed out. Sign in with the new one.
        </Notice>
      )}
      <SignInForm to={to} />
      {env().SMTP_URL ? (
        <p className={styles.text}>
          <Link href="/desk/forgot-password">Forgotten your password?</Link>
        </p>
      ) : (
        <OperatorAdvice />
      )}
    </>
  )
}
