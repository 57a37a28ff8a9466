import type { Metadata } from 'next'
import { NewPasswordForm } from './new-password-form.tsx'

export const metadata: Metadata = { title: 'New password', referrer: 'no-referrer' }

/** Where a mailed link leads. Looking at the page uses nothing up. */
export default function NewPasswordPage() {
  return <NewPasswordForm />
}
