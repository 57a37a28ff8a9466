'use client'
import { PasskeyButton } from '#components/desk/passkey-button.tsx'
import { SignInFields, useSignIn } from '#components/desk/sign-in-fields.tsx'
import { Button, SubmitButton } from '#components/ui/button.tsx'
import { Form, FormAnswer } from '#components/ui/form.tsx'

/** The way into the desk; at the end it leads on to `to`. */
export function SignInForm({ to }: { to: string }) {
  const enter = () => {
    // A whole new page, so that nothing of the signed-out desk is left in the browser's cache of routes.
    window.location.assign(to)
    return { done: 'Signed in.' }
  }
  const { action, startAgain, ...signIn } = useSignIn(enter)
  return (
    <>
      <Form action={action} answer={signIn.answer}>
        <SignInFields {...signIn} />
        <FormAnswer answer={signIn.answer}>
          <SubmitButton pending="Signing in…">Sign in</SubmitButton>
          {signIn.given.code !== null && (
            <Button variant="quiet" onPress={startAgain}>
              Start again
            </Button>
          )}
        </FormAnswer>
      </Form>
      <PasskeyButton onSignedIn={() => void enter()} />
    </>
  )
}
