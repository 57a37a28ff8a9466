'use client'
import { useActionState, useState } from 'react'
import { type Clock, Moment } from '#components/desk/moment.tsx'
import list from '#components/desk/rows.module.css'
import { Badge } from '#components/ui/badge.tsx'
import { SubmitButton } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { useStatus } from '#components/ui/status-line.tsx'
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx'
import { roleTitle } from '#lib/auth/policy.ts'
import type { FormState } from '#lib/forms/form-state.ts'
import type { OpenInvitation } from '#lib/users/team.ts'
import { type InviteState, renewInvitationAction, revokeInvitationAction } from '../actions.ts'
import { HandOverLink } from './hand-over-link.tsx'
import styles from './team.module.css'

export interface InvitationRowsProps {
  invitations: OpenInvitation[]
  mayManage: boolean
  clock: Clock
}

/** Who is invited and has not come yet. The dialog of a new link stands here, because the row is another one by then. */
export function InvitationRows({ invitations, mayManage, clock }: InvitationRowsProps) {
  const say = useStatus()
  const [made, setMade] = useState<InviteState | null>(null)
  const [, renew] = useActionState(async (before: InviteState, form: FormData) => {
    const given = await renewInvitationAction(before, form)
    if (given.link) setMade(given)
    else say(given.problem ?? '')
    return given
  }, {})
  const [, revoke] = useActionState(async (before: FormState, form: FormData) => {
    const given = await revokeInvitationAction(before, form)
    say(given.done ?? given.problem ?? '')
    return given
  }, {})
  return (
    <>
      <ul className={list.rows}>
        {invitations.map(invitation => (
          <li key={invitation.id} className={styles.row}>
            <div>
              <p className={styles.name}>
                {invitation.name} <Badge tone="neutral">{roleTitle(invitation.role)}</Badge>{' '}
                {invitation.isExpired && <Badge tone="bad">Too old</Badge>}
              </p>
              <p className={styles.facts}>
                {invitation.email} · asked {invitation.invitedBy && `by ${invitation.invitedBy} `}
                <Moment iso={invitation.createdAt} clock={clock} />
              </p>
            </div>
            {mayManage && (
              <div className={styles.buttons}>
                <form action={renew}>
                  <input type="hidden" name="id" value={invitation.id} />
                  <SubmitButton variant="plain" size="small" pending="Making a link…">
                    New link<VisuallyHidden> for {invitation.name}</VisuallyHidden>
                  </SubmitButton>
                </form>
                <form action={revoke}>
                  <input type="hidden" name="id" value={invitation.id} />
                  <SubmitButton variant="plain" size="small" pending="Taking it back…">
                    Take back<VisuallyHidden> the invitation of {invitation.name}</VisuallyHidden>
                  </SubmitButton>
                </form>
              </div>
            )}
          </li>
        ))}
      </ul>
      <Dialog title="A new link" isQuestion isOpen={made !== null} onOpenChange={open => !open && setMade(null)}>
        {close => <HandOverLink link={made?.link ?? ''} said={made?.done ?? ''} close={close} />}
      </Dialog>
    </>
  )
}
