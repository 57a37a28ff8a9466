'use client'
import { useState } from 'react'
import { GraveDialog } from '#components/desk/grave-dialog.tsx'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Menu } from '#components/ui/menu.tsx'
import { Select } from '#components/ui/select.tsx'
import { roles, roleTitle } from '#lib/auth/policy.ts'
import { roleSentences, type TeamMember } from '#lib/users/team.ts'
import { changeRoleAction, disableAction, enableAction, handOverAction, transferAction } from '../actions.ts'

export interface MemberMenuProps {
  member: TeamMember
  others: { id: string; name: string }[]
  asksPassword: boolean
}

type Question = 'role' | 'disable' | 'enable' | 'hand-over' | 'transfer'

/** What can be done about an account. Each is asked about before it happens. */
export function MemberMenu({ member, others, asksPassword }: MemberMenuProps) {
  const [question, ask] = useState<Question | null>(null)
  const entries = questionsFor(member).map(([id, label]) => ({ id, label, onAction: () => ask(id) }))
  if (entries.length === 0) return null
  const shared = { id: member.id, asksPassword, onClose: () => ask(null) }
  return (
    <>
      <Menu
        trigger={
          <Button variant="quiet" size="small" isIcon aria-label={`What to do about ${member.name}`}>
            <Icon name="more" />
          </Button>
        }
        entries={entries}
      />
      <GraveDialog
        {...shared}
        isOpen={question === 'role'}
        title={`Another role for ${member.name}`}
        action={changeRoleAction}
        button="Change the role"
      >
        <RoleSelect present={member.role} />
      </GraveDialog>
      <GraveDialog
        {...shared}
        isOpen={question === 'disable'}
        title={`Close the account of ${member.name}?`}
        action={disableAction}
        button="Close the account"
      >
        <p>
          They are signed out everywhere and cannot sign in. What they wrote stays, under their name. You can open the
          account again.
          {member.drafts + member.lists > 0 &&
            ' Hand over their drafts and lists first if somebody else is to finish them.'}
        </p>
      </GraveDialog>
      <GraveDialog
        {...shared}
        isOpen={question === 'enable'}
        title={`Open the account of ${member.name} again?`}
        action={enableAction}
        button="Open the account"
      >
        <p>They can sign in again with the password that they had, as {roleTitle(member.role).toLowerCase()}.</p>
      </GraveDialog>
      <GraveDialog
        {...shared}
        isOpen={question === 'hand-over'}
        title={`Hand over what ${member.name} has begun`}
        action={handOverAction}
        button="Hand over"
      >
        <p>
          {member.drafts} unpublished {member.drafts === 1 ? 'draft' : 'drafts'} and {member.lists}{' '}
          {member.lists === 1 ? 'list' : 'lists'} become somebody else’s to change. Bylines stay: they say who wrote.
        </p>
        <HeirSelect others={others} />
      </GraveDialog>
      <GraveDialog
        {...shared}
        isOpen={question === 'transfer'}
        title={`Make ${member.name} the owner?`}
        action={transferAction}
        button="Hand over the publication"
      >
        <p>
          They run the publication from then on: people, settings, everything. You become an editor, and both of you
          sign in again.
        </p>
      </GraveDialog>
    </>
  )
}

function questionsFor({ role, isSelf, isDisabled, drafts, lists }: TeamMember): [Question, string][] {
  const handOver: [Question, string][] = drafts + lists > 0 ? [['hand-over', 'Hand over their work…']] : []
  if (isSelf || role === 'owner') return handOver
  if (isDisabled) return [['enable', 'Open the account again…'], ...handOver]
  return [
    ['role', 'Change the role…'],
    ...handOver,
    ['transfer', 'Make them the owner…'],
    ['disable', 'Close the account…'],
  ]
}

function RoleSelect({ present }: { present: string }) {
  const [role, setRole] = useState(present)
  const chosen = roles.find(each => each === role)
  return (
    <Select
      label="Role"
      name="role"
      description={chosen && roleSentences[chosen]}
      value={role}
      onChange={event => setRole(event.target.value)}
      options={roles.filter(each => each !== 'owner').map(each => ({ value: each, label: roleTitle(each) }))}
    />
  )
}

function HeirSelect({ others }: { others: { id: string; name: string }[] }) {
  const [heir, setHeir] = useState('')
  return (
    <Select
      label="To"
      name="toId"
      placeholder="Choose a person"
      value={heir}
      onChange={event => setHeir(event.target.value)}
      options={others.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
