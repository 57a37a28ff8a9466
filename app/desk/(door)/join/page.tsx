import type { Metadata } from 'next'
import { JoinForm } from './join-form.tsx'

export const metadata: Metadata = { title: 'Join', referrer: 'no-referrer' }

/** Where the link of an invitation leads. Looking at the page uses nothing up. */
export default function JoinPage() {
  return <JoinForm />
}
