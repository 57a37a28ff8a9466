import type { Metadata } from 'next'
import { PageHead } from '#components/desk/page-head.tsx'
import { SubmitButton } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { needsPassword } from '#lib/auth/confirmation.ts'
import { lacksFactor } from '#lib/auth/factor-rule.ts'
import { listPasskeys, type Passkey } from '#lib/auth/passkeys.ts'
import { roleTitle } from '#lib/auth/policy.ts'
import { requireAccount } from '#lib/auth/require-editor.ts'
import { getSecondFactor } from '#lib/auth/second-factor.ts'
import { listSessions } from '#lib/auth/sessions.ts'
import { getNoticeChoices } from '#lib/notices/desk-queries.ts'
import { shortMoment } from '#lib/settings/moments.ts'
import { clockOf } from '#lib/users/clock.ts'
import { signOutAction } from '../actions.ts'
import { NoticeChoices } from './_components/notice-choices.tsx'
import { Passkeys } from './_components/passkeys.tsx'
import { PasswordForm } from './_components/password-form.tsx'
import { ProfileForm } from './_components/profile-form.tsx'
import { SecondFactor } from './_components/second-factor.tsx'
import { SessionList } from './_components/session-list.tsx'
import styles from './account.module.css'

export const metadata: Metadata = { title: 'Account' }

/** One's own account: name, time zone, password, and the browsers that are signed in. */
export default async function AccountPage() {
  const editor = await requireAccount()
  const [sessions, clock, factor, asksPassword, choices, isLacking, passkeys] = await Promise.all([
    listSessions(editor),
    clockOf(editor),
    getSecondFactor(editor),
    needsPassword(editor),
    getNoticeChoices(editor),
    lacksFactor(editor),
    listPasskeys(editor),
  ])
  return (
    <>
      <PageHead title="Account">
        {editor.email} · {roleTitle(editor.role)}
      </PageHead>
      {isLacking && (
        <Notice tone="problem" title="Your role asks for a second factor">
          <p>Set it up below, or add a passkey. Until then the rest of the desk is closed to you.</p>
        </Notice>
      )}
      <section className={styles.part} aria-labelledby="profile">
        <h2 id="profile">Name and time</h2>
        <ProfileForm
          name={editor.name}
          timeZone={editor.timeZone ?? ''}
          publicationZone={clock.publicationZone}
          zones={Intl.supportedValuesOf('timeZone')}
        />
      </section>
      <section className={styles.part} aria-labelledby="password">
        <h2 id="password">Password</h2>
        <PasswordForm email={editor.email} />
      </section>
      <section className={styles.part} aria-labelledby="passkeys">
        <h2 id="passkeys">Passkeys</h2>
        <Passkeys
          email={editor.email}
          asksPassword={asksPassword}
          passkeys={passkeys?.map(passkey => ({ ...passkey, facts: factsOf(passkey, clock) })) ?? null}
        />
      </section>
      <section className={styles.part} aria-labelledby="second-factor">
        <h2 id="second-factor">Second factor</h2>
        <SecondFactor
          {...factor}
          hasPasskeys={(passkeys ?? []).length > 0}
          email={editor.email}
          asksPassword={asksPassword}
        />
      </section>
      <section className={styles.part} aria-labelledby="notices">
        <h2 id="notices">What you hear of by mail</h2>
        <NoticeChoices choices={choices} />
      </section>
      <section className={styles.part} aria-labelledby="sessions">
        <h2 id="sessions">Where you are signed in</h2>
        <div>
          <SessionList sessions={sessions} clock={clock} />
          <form action={signOutAction} className={styles.out}>
            <SubmitButton variant="plain" pending="Signing out…">
              Sign out here
            </SubmitButton>
          </form>
        </div>
      </section>
    </>
  )
}

function factsOf({ createdAt, lastUsedAt, isSynced }: Passkey, clock: Awaited<ReturnType<typeof clockOf>>): string {
  const used = lastUsedAt ? `last used ${shortMoment(lastUsedAt, clock)}` : 'not used yet'
  return `Added ${shortMoment(createdAt, clock)}, ${used}; ${isSynced ? 'on your devices' : 'on one device'}`
}
