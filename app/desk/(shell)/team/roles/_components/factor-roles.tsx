'use client'
import { useState } from 'react'
import { GraveDialog } from '#components/desk/grave-dialog.tsx'
import { Button } from '#components/ui/button.tsx'
import { Checkbox } from '#components/ui/choice.tsx'
import { type Role, roles, roleTitle } from '#lib/auth/policy.ts'
import { askFactorAction } from '../../actions.ts'

interface FactorRolesProps {
  /** Of the owner who changes it. */
  id: string
  asked: Role[]
  asksPassword: boolean
}

/** Of whom a second factor is asked: whoever has none can set it up, and nothing else. */
export function FactorRoles({ id, asked, asksPassword }: FactorRolesProps) {
  const [isOpen, setOpen] = useState(false)
  const [ticked, setTicked] = useState(asked)
  return (
    <>
      <Button onPress={() => setOpen(true)}>Ask a second factor…</Button>
      <GraveDialog
        id={id}
        title="Of whom a second factor is asked"
        button="Ask it of them"
        action={askFactorAction}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        asksPassword={asksPassword}
      >
        <p>
          Whoever has none is led to set it up, and the rest of the desk is closed to them until then, from their next
          page on.
        </p>
        {roles.map(role => (
          <Checkbox
            key={role}
            name={`role.${role}`}
            label={`${roleTitle(role)}s`}
            checked={ticked.includes(role)}
            onChange={event =>
              setTicked(roles.filter(each => (each === role ? event.target.checked : ticked.includes(each))))
            }
          />
        ))}
      </GraveDialog>
    </>
  )
}
