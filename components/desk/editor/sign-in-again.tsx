'use client'
import { useState } from 'react'
import { PasskeyButton } from '#components/desk/passkey-button.tsx'
import { SignInFields, useSignIn } from '#components/desk/sign-in-fields.tsx'
import { Button, SubmitButton } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Form, FormAnswer } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { FormState } from '#lib/forms/form-state.ts'
import { useEditorDesk } from './editor-context.tsx'

/** Signing in without leaving the text. Saving goes on by itself; under which name is for the server to see. */
export function SignInAgain({ onClose }: { onClose: () => void }) {
  const { autosave, choices } = useEditorDesk()
  const enter = async (): Promise<FormState> => {
    await autosave.save()
    if (autosave.status().state.kind === 'another-account') return { problem: someoneElse(choices.editorName) }
    onClose()
    // Back to where they were writing.
    requestAnimationFrame(() => document.getElementById('field-body')?.focus())
    return { done: 'Signed in.' }
  }
  const { action, startAgain: _, ...signIn } = useSignIn(enter)
  const [problem, setProblem] = useState('')
  return (
    <Dialog title="Sign in again" isOpen isQuestion onOpenChange={isOpen => !isOpen && onClose()}>
      {close => (
        <>
          <p>As {choices.editorName}. Your text stays where it is, and is saved as soon as you are in.</p>
          <Form action={action} answer={signIn.answer}>
            <SignInFields {...signIn} isFocused />
            <FormAnswer answer={signIn.answer}>
              <SubmitButton pending="Signing in…">Sign in</SubmitButton>
              <Button variant="quiet" onPress={close}>
                Not now
              </Button>
            </FormAnswer>
          </Form>
          <PasskeyButton onSignedIn={async () => setProblem((await enter()).problem ?? '')} />
          {problem && <Notice tone="problem">{problem}</Notice>}
        </>
      )}
    </Dialog>
  )
}

function someoneElse(name: string): string {
  return `That is another account. This text is ${name}’s, and is not saved under another name. Sign in as ${name}.`
}
