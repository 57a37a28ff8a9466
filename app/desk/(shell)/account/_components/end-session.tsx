'use client'
import { SubmitButton } from '#components/ui/button.tsx'
import { useStatus } from '#components/ui/status-line.tsx'
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx'
import { endSessionAction } from '../actions.ts'

/** Signs one other browser out. Its row goes, so the desk's status line says what happened. */
export function EndSession({ id, browser }: { id: string; browser: string }) {
  const say = useStatus()
  const end = async (form: FormData) => {
    const { done, problem } = await endSessionAction({}, form)
    say(done ?? problem ?? '')
  }
  return (
    <form action={end}>
      <input type="hidden" name="id" value={id} />
      <SubmitButton variant="plain" size="small" pending="Ending…">
        End<VisuallyHidden> the session in {browser}</VisuallyHidden>
      </SubmitButton>
    </form>
  )
}
