'use client'
import { useActionState, useState } from 'react'
import { needsCode, signInWith } from '#components/desk/sign-in-with.ts'
import { Button, SubmitButton } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Form, FormAnswer } from '#components/ui/form.tsx'
import { PasswordField } from '#components/ui/password-field.tsx'
import type { FormState } from '#lib/forms/form-state.ts'
import { useEditorDesk } from './editor-context.tsx'

/** Signing in without leaving the text. Saving goes on by itself; under which name is for the server to see. */
export function SignInAgain({ onClose }: { onClose: () => void }) {
  const { autosave, choices } = useEditorDesk()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState<string | null>(null)
  const [answer, action] = useActionState(async (_: FormState): Promise<FormState> => {
    const problem = await signInWith(email, password, code ?? '')
    if (problem === null) {
      await autosave.save()
      if (autosave.status().state.kind === 'another-account') return { problem: someoneElse(choices.editorName) }
      onClose()
      // Back to where they were writing.
      requestAnimationFrame(() => document.getElementById('field-body')?.focus())
      return { done: 'Signed in.' }
    }
    if (problem === needsCode || code !== null) {
      setCode('')
      return problem === needsCode ? {} : { fields: { code: problem } }
    }
    setPassword('')
    return { problem }
  }, {})
  return (
    <Dialog title="Sign in again" isOpen isQuestion onOpenChange={isOpen => !isOpen && onClose()}>
      {close => (
        <>
          <p>As {choices.editorName}. Your text stays where it is, and is saved as soon as you are in.</p>
          <Form action={action} answer={answer}>
            {code === null ? (
              <>
                <TextField
                  label="Mail address"
                  name="email"
                  type="email"
                  autoComplete="username"
                  autoFocus
                  required
                  value={email}
                  onChange={event => setEmail(event.target.value)}
                />
                <PasswordField
                  label="Password"
                  name="password"
                  autoComplete="current-password"
                  required
                  value={password}
                  onChange={event => setPassword(event.target.value)}
                />
              </>
            ) : (
              <TextField
                label="Code"
                description="The six digits that your authenticator app shows now, or one of your recovery codes."
                name="code"
                autoComplete="one-time-code"
                autoFocus
                required
                value={code}
                onChange={event => setCode(event.target.value)}
                error={answer.fields?.code}
              />
            )}
            <FormAnswer answer={answer}>
              <SubmitButton pending="Signing in…">Sign in</SubmitButton>
              <Button variant="quiet" onPress={close}>
                Not now
              </Button>
            </FormAnswer>
          </Form>
        </>
      )}
    </Dialog>
  )
}

function someoneElse(name: string): string {
  return `That is another account. This text is ${name}’s, and is not saved under another name. Sign in as ${name}.`
}
