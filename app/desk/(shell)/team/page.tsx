import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHead } from '#components/desk/page-head.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { needsPassword } from '#lib/auth/confirmation.ts'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { env } from '#lib/env.ts'
import { clockOf } from '#lib/users/clock.ts'
import { getTeam } from '#lib/users/desk-queries-team.ts'
import { InvitationRows } from './_components/invitation-rows.tsx'
import { InviteDialog } from './_components/invite-dialog.tsx'
import { MemberRows } from './_components/member-rows.tsx'
import styles from './_components/team.module.css'

export const metadata: Metadata = { title: 'Team' }

/** Who works here, who is invited, and what each may do. */
export default async function TeamPage() {
  const editor = await requireEditor()
  const [team, clock, asksPassword] = await Promise.all([getTeam(editor), clockOf(editor), needsPassword(editor)])
  if (!team)
    return (
      <>
        <PageHead title="Team" />
        <EmptyState title="Your role does not see the team">
          <p>Editors and the owner see who works here. Your own name, password and browsers are under Account.</p>
        </EmptyState>
      </>
    )
  return (
    <>
      <PageHead
        title="Team"
        actions={team.may.manage && <InviteDialog bylines={team.freeBylines} mails={Boolean(env().SMTP_URL)} />}
      >
        {countText(team.members.length)} · <Link href="/desk/team/roles">What each role may do</Link>
      </PageHead>
      <MemberRows team={team} clock={clock} asksPassword={asksPassword} />
      {team.invitations.length > 0 && (
        <section className={styles.part} aria-labelledby="invitations">
          <h2 id="invitations">Invited</h2>
          <InvitationRows invitations={team.invitations} mayManage={team.may.manage} clock={clock} />
        </section>
      )}
    </>
  )
}

function countText(count: number): string {
  return count === 1 ? 'One account' : `${count} accounts`
}
