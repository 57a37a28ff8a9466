import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Notice } from '#components/ui/notice.tsx'
import { currentEditor } from '#lib/auth/require-editor.ts'
import { returnPath } from '#lib/auth/return-path.ts'
import styles from '../door.module.css'
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
      <SignInForm to={to} />
      <p className={styles.text}>
        Forgotten your password? Whoever runs the server sets a new one:
        <code>npm run user -- password --email you@example.org</code>
      </p>
    </>
  )
}
